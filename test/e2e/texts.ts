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

/** 「云山县粮食局」 and so on in GB18030, which no test should need a library to write. */
export const GB18030 = bytes(
  'C0 BA C7 F2 0A A1 BE B8 C5 BF F6 A1 BF D4 C6 C9 BD CF D8 C1 B8 CA B3 BE D6 32 30 31 37 C4 EA CA D5 B9 BA C1 B8 CA B3 A1 A3 0A',
)

/** The same words in Big5: 「云山縣糧食局收購糧食」. */
export const BIG5 = bytes('A4 B6 A4 73 BF A4 C2 B3 AD B9 A7 BD A6 AC C1 CA C2 B3 AD B9 A1 43 0A')

export const PDF = '%PDF-1.7\n%âãÏÓ\n'

/** Text that breaks off within a character. */
export const CUT = new Uint8Array([...new TextEncoder().encode('【概况】全县'), 0xe7, 0xb2])

function bytes(hex: string): Uint8Array {
  return new Uint8Array(hex.split(' ').map((byte) => parseInt(byte, 16)))
}
