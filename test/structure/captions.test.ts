import { describe, expect, it } from 'vitest'
import { clean } from '../damage/clean.ts'

const cleaned = (raw: string): ReturnType<typeof clean> => clean(new TextEncoder().encode(raw))
const entries = (raw: string) =>
  cleaned(raw).book.categories.flatMap((k) => k.sections.flatMap((s) => s.entries))

const ROWS = ['云山县推进各项工作，开展技术培训和实地指', '导，有效解决群众反映的问题。落实检查制度']

describe('where a caption with a credit begins', () => {
  it('at its own date, not at that of the row above it', () => {
    const raw = `综述\n【概况】${ROWS.join('\n')}，收效良好。\n2019年，全县新建粮站十八座，比上年多出两\n2月15日，溪口村农户晾晒稻谷（陆珊 摄）\n座，在建粮站三座。\n`
    const [entry] = entries(raw)
    expect(entry!.captions).toEqual([{ text: '2月15日，溪口村农户晾晒稻谷', credit: '陆珊 摄' }])
    expect(entry!.paragraphs.join('')).toContain('2019年，全县新建粮站十八座，比上年多出两座，')
  })

  it('at the gap above it, though a run stands before the gap', () => {
    const raw = `综述\n【概况】\n溪口粮站于\n2019\n年\n12\n月\n10\n\n\n\n溪口村农户晾晒稻谷\n（陆珊 摄）\n日建成，占地\n1,889\n平方米，收储粮食\n320\n吨。\n`
    const [entry] = entries(raw)
    expect(entry!.captions.map((k) => k.text)).toEqual(['溪口村农户晾晒稻谷'])
    expect(entry!.paragraphs).toEqual(['溪口粮站于2019年12月10日建成，占地1,889平方米，收储粮食320吨。'])
  })

  it('with a credit whose end stands alone on a line, several times', () => {
    const one = (n: number): string =>
      `【粮站${n}】${ROWS[0]}\n3月${n}日，溪口村农户晾晒稻谷（县粮食局供\n图）\n${ROWS[1]}，收效良好。\n`
    const found = entries(`综述\n${[5, 6, 7].map(one).join('')}`)
    expect(found.flatMap((e) => e.captions.map((k) => k.credit))).toEqual(Array(3).fill('县粮食局供图'))
  })
})

describe('where a caption with a credit begins among runs that are set apart', () => {
  const book = (rows: string): string =>
    `综述\n【概况】\n2019\n年末，全县有粮站\n18\n座。新建\n3\n座，在建\n2\n座，提出到\n2022\n年建成粮站\n26\n${rows}座，比上年增长\n4.5%\n。\n`

  it.each([
    ['its own date, not a year of the text', '12\n月\n11\n日，溪口村农户晾晒稻谷(县粮食局 供\n稿)\n'],
    ['a name, where the number above goes on after it', '溪口村农户晾晒稻谷\n(县粮食局 供稿)\n'],
  ])('at %s', (_, rows) => {
    const [entry] = entries(book(rows))
    expect(entry!.captions.map((k) => k.text.replace('12月11日，', ''))).toEqual(['溪口村农户晾晒稻谷'])
    expect(entry!.paragraphs.join('')).toContain('提出到2022年建成粮站26座，比上年')
  })

  it('at a name that begins like a unit, where the number above goes on after it', () => {
    const [entry] = entries(book('人民医院医生上门随访\n（陆珊 摄）\n'))
    expect(entry!.captions.map((k) => k.text)).toEqual(['人民医院医生上门随访'])
    expect(entry!.paragraphs.join('')).toContain('提出到2022年建成粮站26座，比上年')
  })

  it('right after a title, where the text begins with a date as well', () => {
    const raw = book('').replace(
      '【概况】\n',
      '【概况】\n8\n月\n28\n日，溪口村农户晾晒稻\n谷\n（县粮食局 供图）\n',
    )
    const [entry] = entries(raw)
    expect(entry!.captions.map((k) => k.text)).toEqual(['8月28日，溪口村农户晾晒稻谷'])
    expect(entry!.paragraphs.join('')).toMatch(/^2019年末/)
  })

  it('inside a title, with a head and a page number after it', () => {
    const page = `云山年鉴2019\n· 46 ·\n`
    const torn = `【溪口粮站\n2020\n年度改造与扩建工\n10\n月4\n日，溪口村农户晾晒稻谷\n（县粮食局 供图）\n${page}程】\n`
    const raw = `${book('')}${torn}2019\n年，新建粮仓\n3\n座。\n${page.replace('46', '47')}【粮食收购】\n2019\n年，收购粮食。\n`
    const found = entries(raw)
    expect(found.map((e) => e.title)).toEqual(['概况', '溪口粮站2020年度改造与扩建工程', '粮食收购'])
    expect(found[1]!.captions.map((k) => k.text)).toEqual(['10月4日，溪口村农户晾晒稻谷'])
  })
})

describe('a caption without a credit among runs that are set apart', () => {
  const book = (rows: string): string =>
    `综述\n【概况】\n2019\n年末，全县有粮站\n18\n座。新建\n3\n座，在建\n2\n座，全年完成投资\n${rows}\n万元，比上年增长\n4.5%\n。\n`

  it('is lifted out where a gap and a date begin it', () => {
    const [entry] = entries(book('\n\n10\n月\n22\n日，溪口村农户晾晒稻谷\n56.5'))
    expect(entry!.captions.map((k) => k.text)).toEqual(['10月22日，溪口村农户晾晒稻谷'])
    expect(entry!.paragraphs.join('')).toContain('完成投资56.5万元')
  })

  it.each([
    ['a gap alone', '\n\n溪口村农户晾晒稻谷\n56.5'],
    ['a date where none can follow', '10\n月\n22\n日，溪口村农户晾晒稻谷\n56.5'],
  ])('is asked about: %s', (_, rows) => {
    const asked = cleaned(book(rows)).analysis.suggestions.filter((s) => s.rule === 'structure/captions')
    expect(asked).toHaveLength(1)
  })

  it('is none where a word leads on to the date', () => {
    const raw = book('56.5').replace('新建\n3\n座，', '初霜日为\n11\n月\n28\n日，终霜日为\n3\n月\n9\n日，')
    expect(cleaned(raw).analysis.suggestions.filter((s) => s.rule === 'structure/captions')).toEqual([])
  })

  it('is lifted out where the number above goes on after it, and it has a date', () => {
    const [entry] = entries(book('56\n10\n月\n22\n日，溪口村农户晾晒稻谷'))
    expect(entry!.captions.map((k) => k.text)).toEqual(['10月22日，溪口村农户晾晒稻谷'])
    expect(entry!.paragraphs.join('')).toContain('完成投资56万元')
  })

  it('is lifted out where the digits go on after it that belong to the point above a gap', () => {
    const [entry] = entries(book('7,\n\n\n溪口村农户晾晒稻谷\n420'))
    expect(entry!.captions.map((k) => k.text)).toEqual(['溪口村农户晾晒稻谷'])
    expect(entry!.paragraphs.join('')).toContain('完成投资7,420万元')
  })

  it('is asked about where it has none', () => {
    const raw = book('56\n溪口村农户晾晒稻谷')
    expect(cleaned(raw).analysis.suggestions.filter((s) => s.rule === 'structure/captions')).toHaveLength(1)
  })

  it('is asked about where a gap and a date begin it in mid-sentence, and no run follows', () => {
    const raw = book('56.5').replace(
      '新建\n3\n座，',
      '县属\n\n\n10\n月\n22\n日，溪口村农户晾晒稻谷\n粮站收储稻谷，',
    )
    expect(cleaned(raw).analysis.suggestions.filter((s) => s.rule === 'structure/captions')).toHaveLength(1)
  })

  it('is lifted out at the gap after a title, before the date of the text', () => {
    const [entry] = entries(book('56').replace('【概况】\n', '【概况】\n\n\n溪口村农户晾晒稻谷\n'))
    expect(entry!.captions.map((k) => k.text)).toEqual(['溪口村农户晾晒稻谷'])
    expect(entry!.paragraphs.join('')).toMatch(/^2019年末/)
    // Without a gap the text may begin so.
    const none = book('56').replace('【概况】\n', '【概况】\n溪口村\n')
    expect(entries(none)[0]!.paragraphs.join('')).toMatch(/^溪口村2019年末/)
  })

  it('is what is set off by a gap, of two lines after a title that begin with dates', () => {
    const page = `${ROWS.join('\n')}，\n`.repeat(6)
    const title = `【概况】${ROWS.join('\n')}。\n\n【粮食收购】\n`
    const text = '2019年2月1日，县粮食局会同供'
    const raw = `综述\n${title}${text}\n\n\n2018年2月9日，溪口村农户晾晒稻谷\n销社组成工作组，到各村收购稻谷，\n${page}收效良好。\n`
    const [, entry] = entries(raw)
    expect(entry!.paragraphs.join('')).toMatch(/^2019年2月1日，县粮食局会同供/)
    expect(entry!.captions.map((k) => k.text)).not.toContain(text)
  })

  it('takes along its rest on a row of its own', () => {
    const page = `${ROWS.join('\n')}，\n`.repeat(6)
    const raw = `综述\n【概况】\n${page}${ROWS[0]}\n\n\n7月11日，溪口村志愿者清理河\n岸\n${ROWS[1]}。\n`
    expect(entries(raw).flatMap((e) => e.captions.map((k) => k.text))).toEqual([
      '7月11日，溪口村志愿者清理河岸',
    ])
  })
})

it('a name at a line’s end is a contributor, though something that cannot be seen stands in it', () => {
  const raw = `综述\n【概况】 ${ROWS.join('')}，收效良好。\u200b（周明\u200d远）\n\n粮食\n【收储】 ${ROWS.join('')}。\n`
  const [section] = cleaned(raw).book.categories.flatMap((k) => k.sections)
  expect([...section!.contributors, ...section!.entries.flatMap((e) => e.contributors)]).toEqual(['周明远'])
})

describe('a short line without a stop between finished sentences', () => {
  const page = `${ROWS.join('\n')}，\n`.repeat(6)
  const asked = (raw: string): string[] =>
    cleaned(raw).analysis.suggestions.flatMap((s) => (s.rule === 'structure/captions' ? [s.quote] : []))

  it('is asked about, also without a gap', () => {
    const full = `${ROWS[0]!.slice(0, -1)}。`
    expect(asked(`综述\n【概况】\n${page}${full}\n溪口村农户晾晒稻谷\n${ROWS.join('\n')}。\n`)).toEqual([
      '溪口村农户晾晒稻谷',
    ])
    expect(asked(`综述\n【概况】\n${page}${full}\n${ROWS.join('\n')}。\n`)).toEqual([])
  })

  it('right after a title it is a caption, before the year of the text', () => {
    const [entry] = entries(
      `综述\n【概况】\n溪口村农户晾晒稻谷\n2019年，${ROWS[0]!.slice(7)}\n${page}${ROWS[0]}。\n`,
    )
    expect(entry!.captions.map((k) => k.text)).toEqual(['溪口村农户晾晒稻谷'])
  })
})

describe('captions without a credit, in mid-sentence', () => {
  const ROW = '云山县推进各项工作，开展技术培训和实地指'

  it('far apart from a block of print', () => {
    const block = `${ROW}导，${ROW.slice(0, 10)}，`
    const raw =
      `综述\n\n【概况】 ${block}${ROW}\n导，有效解决群众反映的问题，落实检查制\n\n\n\n区城建集团新建粮仓“溪口一号”\n\n度，收效良好。${block}全年收储粮食。\n\n`.repeat(
        2,
      )
    const found = entries(raw)
    expect(found.flatMap((e) => e.captions.map((k) => k.text))).toEqual(
      Array(2).fill('区城建集团新建粮仓“溪口一号”'),
    )
    expect(found[0]!.paragraphs.join('')).toContain('落实检查制度，收效良好。')
  })

  it('as wide as a row, with its date, under a gap in a word', () => {
    const raw = `综述\n\n【概况】\n${`${ROW}\n导，有效解决群众反映的问题，落实检查制度\n`.repeat(3)}${ROW}\n\n2019年7月1日，市民在溪口粮站参观粮仓\n导，收效良好。\n`
    const [entry] = entries(raw)
    expect(entry!.captions.map((k) => k.text)).toEqual(['2019年7月1日，市民在溪口粮站参观粮仓'])
    expect(entry!.paragraphs.join('')).toContain('实地指导，收效良好。')
  })

  const PAGE = `${ROW}\n导，有效解决群众反映的问题，落实检查制度\n`

  it('none where a photo makes several rows narrow', () => {
    const narrow =
      '云山县推进各项工\n作，开展技术培训\n和实地指导有效解\n决群众反映的问题\n落实检查制度和岗\n'
    const [entry] = entries(
      `综述\n\n【概况】\n${PAGE.repeat(3)}${narrow}位责任制，${PAGE.repeat(2)}，收效良好。\n`,
    )
    expect(entry!.captions).toEqual([])
  })

  it('a title of a table above one with a credit is none of it', () => {
    const raw = `综述\n【概况】${ROW}导。\n2019年云山县粮站情况一览表\n溪口粮站外景（2019年9月摄）\n（陆珊 摄）\n粮站 仓容 面积\n城东 20 30\n溪口 40 50\n`
    expect(entries(raw)[0]!.captions.map((k) => k.text)).toEqual(['溪口粮站外景（2019年9月摄）'])
  })

  it('a row of cells above one with a credit is none of it', () => {
    const raw = `综述\n【概况】${ROW}导。\n2019年云山县重点粮站\n粮站 仓容 面积 投资 时间\n溪口粮站外景（陆珊 摄）\n城东 20 30 40 2019.6\n溪口 40 50 60 2019.8\n`
    expect(entries(raw)[0]!.captions.map((k) => k.text)).toEqual(['溪口粮站外景'])
  })

  it('none where a number goes on after it', () => {
    const raw = `综述\n\n【概况】 ${ROW}导，有效解决群众反映的问题，县农业局\n\n\n\n对2010—2015\n\n年建成的粮站开展清理，${ROW}导。\n\n`
    expect(entries(raw)[0]!.captions).toEqual([])
  })
})

describe('captions without a credit in rows without a gap', () => {
  const PAGE =
    '云山县推进各项工作，开展技术培训和实地指\n导，有效解决群众反映的问题，落实检查制度\n和岗位责任制，定期对各个粮站进行抽查，发\n现隐患及时通报，督促限期整改到位，确保储\n粮安全。'
  const book = (rows: string): string => `综述\n【概况】\n${PAGE}\n${PAGE}\n${rows}\n${PAGE}\n`
  const asked = (raw: string): string[] =>
    cleaned(raw).analysis.suggestions.flatMap((s) => (s.rule === 'structure/captions' ? [s.quote] : []))

  it('a short row between a full one and the rest of its sentence', () => {
    const raw = book(
      '县粮食局组织人员开展安全检查，落实检查制\n溪口粮站新建的粮仓\n度和岗位责任制，定期对各个粮站进行抽查。',
    )
    const [entry] = entries(raw)
    expect(entry!.captions).toEqual([{ text: '溪口粮站新建的粮仓', credit: null }])
    expect(entry!.paragraphs.join('')).toContain('落实检查制度和岗位责任制')
  })

  it.each([
    [
      'one row cut in two',
      '县粮食局组织人员开展安全检查，落实制度和\n岗位责任制并定期对\n各个粮站进行抽查。全县各个粮站开展安全检',
    ],
    [
      'a short row that the sentence reads on over',
      '县粮食局组织人员开展安全检查，落实岗位责\n任制，定期对各个粮站\n及农户进行走访，了解各个农户的储粮需求。',
    ],
    [
      'a row that ends with a count',
      '县粮食局组织人员开展安全检查，全年共查\n处各类储粮隐患26起\n溪口粮站等单位的做法在全县得到推广应用。',
    ],
  ])('none is lifted out of %s', (_, rows) => {
    expect(entries(book(rows)).flatMap((e) => e.captions)).toEqual([])
  })

  it('a short row among rows so few that no column explains them', () => {
    const raw =
      '综述\n【粮站】 县粮食局组织人员开展安全检查，\n发现隐患及时通报，督促限期整改到位，确保\n储粮安全，全年未发生责任事故。2019年，全\n县收购粮食3,200吨，比上年增长4.5%，新建\n粮站18座，改造仓房26间，惠及农户1.2万户。\n县粮食局组织人员开展安全检查，发现隐患及\n溪口粮站新建的粮仓\n时通报，督促限期整改到位，确保储粮安全，\n全年未发生责任事故。\n'
    const [entry] = entries(raw)
    expect(entry!.captions.map((k) => k.text)).toEqual(['溪口粮站新建的粮仓'])
    expect(entry!.paragraphs.join('')).toContain('发现隐患及时通报')
  })

  it('a short line between blocks of print that are parted by single blank lines', () => {
    const one = PAGE.replaceAll('\n', '')
    const raw = `综述\n\n【概况】 ${one}\n\n县粮食局组织人员开展安全检查，落实检查制\n\n溪口粮站新建的粮仓\n\n度，${one}\n\n【收购】 ${one}\n`
    const [entry] = entries(raw)
    expect(entry!.captions.map((k) => k.text)).toEqual(['溪口粮站新建的粮仓'])
    expect(entry!.paragraphs.join('')).toContain('落实检查制度，云山县')
  })

  it.each(['溪口粮站新建的粮仓（2019年11月摄）', '溪口粮站粮仓（航拍）', '溪口老粮站旧貌（资料照片）'])(
    'one that says what the photo is: %s',
    (caption) => {
      const raw = book(
        `县粮食局组织人员开展安全检查，落实检查制\n${caption}\n度和岗位责任制，定期对各个粮站进行抽查。`,
      )
      const [entry] = entries(raw)
      expect(entry!.captions).toEqual([{ text: caption, credit: null }])
      expect(asked(raw)).toEqual([])
    },
  )

  it('none where a sentence speaks of a photo', () => {
    const rows = '县粮食局布置展览，展出《溪口》（1956年摄）\n、《粮站旧貌》等老照片，反映粮站发展历程。'
    expect(entries(book(rows)).flatMap((e) => e.captions)).toEqual([])
  })
})

describe('where a caption with a credit and without a date begins, in rows without a gap', () => {
  const PAGE =
    '云山县推进各项工作，开展技术培训和实地指\n导，有效解决群众反映的问题，落实检查制度\n和岗位责任制，定期对各个粮站进行抽查，发\n现隐患及时通报，督促限期整改到位，确保储\n粮安全。'
  const found = (rows: string) => entries(`综述\n【概况】\n${PAGE}\n${PAGE}\n${rows}\n${PAGE}\n`)[0]!

  it('with the first of its lines, which is no row of the column', () => {
    const entry = found(
      '县粮食局组织人员开展安全检查，落实岗位责\n溪口粮站的保管员检查仓房储粮\n设备运行情况\n（县粮食局 供稿）\n任制，定期对各个粮站进行抽查。',
    )
    expect(entry.captions).toEqual([
      { text: '溪口粮站的保管员检查仓房储粮设备运行情况', credit: '县粮食局 供稿' },
    ])
    expect(entry.paragraphs.join('')).toContain('落实岗位责任制，定期')
  })

  it('below the date with which a paragraph begins', () => {
    const entry = found(
      '4月8日，县粮食局召开会议布置检查，开展技\n溪口粮站的粮仓\n（县粮食局 供稿）\n术培训和实地指导，落实岗位责任制。',
    )
    expect(entry.captions.map((k) => k.text)).toEqual(['溪口粮站的粮仓'])
    expect(entry.paragraphs.join('')).toContain('4月8日，县粮食局召开会议布置检查，开展技术培训')
  })

  it('not with the rows that its photo makes narrow', () => {
    const entry = found(
      '县粮食局组织人员开展安全检查，落实岗位责\n任制，定期对各个粮站\n和农户进行走访，了解\n溪口粮站的粮仓\n（县粮食局 供稿）\n储粮需求，解决群众反映的问题，做好服务。',
    )
    expect(entry.captions.map((k) => k.text)).toEqual(['溪口粮站的粮仓'])
  })

  it('not between lines of its own, where a date comes on the first', () => {
    const entry = found(
      '县粮食局组织人员开展安全检查，落实岗位责\n4月8日，溪口粮站的保管员\n检查仓房\n（县粮食局 供稿）\n任制，定期对各个粮站进行抽查。',
    )
    expect(entry.captions.map((k) => k.text)).toEqual(['4月8日，溪口粮站的保管员检查仓房'])
  })
})
