/** A page of an invented yearbook, as an extractor gives it. */
export const YUNSHAN = [
  '粮食',
  '',
  '综 述',
  '',
  '【概况】 2017年，云山县有国有粮食企业12家，全年收购粮食18.4万吨，比上年增长4',
  '',
  '.5%。',
  '',
  '　　新建粮站18',
  '',
  '座，改造仓容3.2万吨。',
  '',
].join('\n')

/** 【概况】云山县粮食局2017年收购粮食…… in GB18030: written out, since no browser or Node encodes it. */
export const GB18030 = bytes(
  'A1 BE B8 C5 BF F6 A1 BF D4 C6 C9 BD CF D8 C1 B8 CA B3 BE D6 32 30 31 37 C4 EA CA D5 B9 BA C1 B8 CA B3 A1 A3' +
    ' C1 B8 CA B3 BE D6 CB F9 CA F4 C6 F3 D2 B5 C8 AB C4 EA CA B5 CF D6 C0 FB C8 F3 A1 A3 0A',
)

/** 雲山縣糧食局全年收購糧食，所屬企業實現利潤。 in Big5. */
export const BIG5 = bytes(
  'B6 B3 A4 73 BF A4 C2 B3 AD B9 A7 BD A5 FE A6 7E A6 AC C1 CA C2 B3 AD B9 A1 41 A9 D2 C4 DD A5 F8 B7 7E B9 EA' +
    ' B2 7B A7 51 BC ED A1 43 0A',
)

export const PDF = '%PDF-1.7\n%âãÏÓ\n'

/** Text that breaks off within a character. */
export const CUT = new Uint8Array([...new TextEncoder().encode('【概况】全县'), 0xe7, 0xb2])

function bytes(hex: string): Uint8Array {
  return new Uint8Array(hex.split(' ').map((byte) => parseInt(byte, 16)))
}

/** A text that takes the engine a while. */
export function long(characters: number): string {
  const entries: string[] = []
  let size = 0
  for (let i = 1; size < characters; i++) {
    const entry = `【条目${i}】 2017年，云山县第${i}粮站收购粮食${i}.5万\n吨，比上年增长${i % 90}\n\n.5%。新建仓房${i}\n座。\n`
    entries.push(entry)
    size += entry.length
  }
  return entries.join('')
}
