import type { Encoding } from '../../src/core/text/encoding.ts'

/** Invented texts of 4 to 80 characters, spelled by another program's encoders. */
export const SAMPLES: readonly {
  readonly encoding: Encoding
  readonly text: string
  readonly base64: string
}[] = [
  { encoding: 'gb18030', text: '综述概况', base64: '19vK9rjFv/Y=' },
  { encoding: 'gb18030', text: '岚溪县有小学42所。', base64: '4bDPqs/Y09DQodGnNDLL+aGj' },
  {
    encoding: 'gb18030',
    text: '2019年末，岚溪县有各级各类学校138所，其中幼儿园71所、小学42所、初级中学16所。',
    base64:
      'MjAxOcTqxKmjrOGwz6rP2NPQuPe8trj3wODRp9CjMTM4y/mjrMbk1tDT17b51LA3Mcv5oaLQodGnNDLL+aGis/W8ttbQ0acxNsv5oaM=',
  },
  {
    encoding: 'gb18030',
    text: '全年教育经费总投入13.82亿元，比上年增长7.6%，其中财政性教育经费12.45亿元。学前三年毛入园率98.3%，义务教育巩固率100%，高考上线人数增加312人，新建校舍4幢。',
    base64:
      'yKvE6r3M0/2+rbfR19zNtsjrMTMuODLS2tSqo6yxyMnPxOrU9rOkNy42JaOsxuTW0LLG1f7Q1L3M0/2+rbfRMTIuNDXS2tSqoaPRp8ewyP3E6sOryOvUsMLKOTguMyWjrNLlzvG9zNP9ua65zMLKMTAwJaOsuN+/vMnPz9/Iy8r91Pa80zMxMsjLo6zQwr2o0KPJ4TS0saGj',
  },
  { encoding: 'big5', text: '沿革概況', base64: 'qnWtsrenqnA=' },
  { encoding: 'big5', text: '雲山縣有國民小學42所。', base64: 'trOkc7+kprOw6qXBpHC+xzQyqdKhQw==' },
  {
    encoding: 'big5',
    text: '民國三十五年設縣政府於此，下轄鄉鎮二十六，人口二十三萬六千人，耕地三萬公頃。',
    base64:
      'pcGw6qRUpFGkraZ+s12/pKxGqbKp86a5oUGkVcHStm3C7aRHpFGku6FBpEikZqRHpFGkVLhVpLukZKRIoUGv0aZhpFS4VaS9s7yhQw==',
  },
  {
    encoding: 'big5',
    text: '水利工程自清代開鑿圳道以來，歷經修護，灌溉面積達三萬公頃；教育方面，國民學校一百二十八所，學生四萬七千餘名，教師一千六百人；交通有鐵路縱貫南北，公路四通八達。',
    base64:
      'pPSnUaR1tXum27JNpU62fcZ3pmC5RKVIqNOhQb76uGet18VAoUHE6bVArbG/brlGpFS4VaS9s7yhRrHQqHyk6K2xoUGw6qXBvseu1aRApsqkR6RRpEup0qFBvselzaV8uFWkQ6RkvmymV6FBsdCudqRApGSku6bKpEihRqXms3Gms8VLuPTBYbNlq26lX6FBpL249KV8s3GkS7lGoUM=',
  },
]

/** `text` in UTF-16, low byte first or high byte first, without a mark. */
export function utf16(text: string, order: 'le' | 'be'): Buffer {
  const bytes = Buffer.from(text, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}
