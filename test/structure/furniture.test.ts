import { describe, expect, it } from 'vitest'
import { clean } from '../damage/clean.ts'

const PROSE = '云山县推进各项工作，开展技术培训和实地指导，有效解决群众反映的问题。'

const cleaned = (raw: string): ReturnType<typeof clean> => clean(new TextEncoder().encode(raw))
const text = (raw: string): string => JSON.stringify(cleaned(raw).book.categories)

describe('a line that only looks like furniture stays in the text', () => {
  it('the name of a yearbook that a sentence goes on from', () => {
    const rows = `【概况】2019年，编纂完成的综合性地情资料书为\n云山年鉴\n，印数1200册。`
    expect(text(`综述\n${rows}\n【出版】${PROSE}\n`)).toContain('资料书为云山年鉴，印数1200册。')
    const runs = `【概况】\n2019\n年，编纂完成\n2018\n年卷云山年鉴\n，印数\n1,200\n册，发行\n800\n册。`
    expect(text(`综述\n${runs}${PROSE}\n12\n月\n86\n个。\n【出版】${PROSE}\n`)).toContain(
      '2018年卷云山年鉴，印数',
    )
  })

  it('a name that stands at page edges and elsewhere: asked about', () => {
    const raw = `综述\n【表】\n${PROSE}\n合计\n126\n\f合计\n138\n\f合计\n196\n【出版】${PROSE}\n`
    const { book, analysis } = cleaned(raw)
    expect(book.furniture).toEqual([])
    expect(analysis.suggestions.filter((s) => s.rule === 'structure/furniture').map((s) => s.quote)).toEqual([
      '合计',
      '合计',
    ])
  })

  it('a number beside the number of the page: 1⏎[ 28 ]', () => {
    const runs = `【概况】\n2019\n年，接警\n1\n [ 28 ]\n法治\n，\n284\n起，下降\n22.4%\n，止付\n3,975\n万元。`
    expect(text(`法治\nRule of Law\n公安\n${runs}\n【出版】${PROSE}\n`)).toContain('接警1')
  })
})

describe('a category’s name between runs that an extractor has set apart is a head', () => {
  const book = (name: string, between: string): string =>
    `${name}\nCulture & Sports\n综述\n【概况】\n2019\n年，${PROSE}举办活动\n126\n场、培训\n86\n期，参加\n${between}的群众来自\n12\n个乡镇。\n【出版】${PROSE}\n`

  it('where it is long: 文化·旅游·体育', () => {
    const raw = book('文化·旅游·体育', '3,260\n人次，\n文化·旅游·体育\n105\n活动')
    expect(cleaned(raw).book.furniture).toContain('文化·旅游·体育')
  })

  it('where its page ends with it and a number', () => {
    const raw = book('社会民生', '3,260\n人次\n社会民生\n119\n 活动')
    expect(cleaned(raw).book.furniture).toEqual(['社会民生', '119'])
    expect(cleaned(book('社会民生', '3,260\n人次\n社会民生\n119\n 项活动')).book.furniture).toEqual([])
  })
})

describe('what an extractor has set apart is no page number and no head', () => {
  it('a year at the top of pages: 2013⏎年, 2014⏎年', () => {
    const page = (year: number): string =>
      `在省内推广，参加人数为\n${year - 1900}\n名。\n\f${year}\n年，落实检查制度\n12\n项，`
    const raw = `综述\n【概况】\n2012\n年，${PROSE}${[2013, 2014, 2015].map(page).join('')}收效良好。\n`
    expect(cleaned(raw).book.furniture).toEqual([])
  })

  it('a number under a head where the pages are numbered in marks: 400⏎-⏎627', () => {
    const page = (n: number, digits: string): string =>
      `${PROSE}开通热线电话\n· ${n} ·\n\f云山年鉴2019\n${digits}\n-\n627\n-\n8861\n，受理\n86\n件。`
    const raw = `综述\n【概况】\n${page(8, '400')}${page(9, '800')}${page(10, '400')}${page(11, '400')}\n`
    expect(text(raw).match(/[48]00-627-8861/g)).toEqual(
      ['400-627', '800-627', '400-627', '400-627'].map((x) => `${x}-8861`),
    )
  })

  const asked = (raw: string): string[] =>
    cleaned(raw).analysis.suggestions.flatMap((s) => (s.rule === 'structure/furniture' ? [s.quote] : []))
  const RUNS = '2019\n年，新建粮站\n18\n座，改造\n26\n座，规范登记\n'
  const BOOK = (rows: string): string =>
    `科学教育\nScience and Education\n综述\n【概况】\n${RUNS}${rows}${PROSE}\n【出版】${PROSE}\n`

  it('the name of a category, but where it parts a number from its unit: 162⏎科学教育⏎家', () => {
    expect(cleaned(BOOK('162\n科学教育\n家。')).book.furniture).toEqual(['科学教育'])
    expect(text(BOOK('162\n科学教育\n家。'))).toContain('规范登记162家。')
    expect(text(BOOK('1\n科学教育\n,287\n家。'))).toContain('规范登记1,287家。')
    const mayBeText = BOOK('12\n家，开展\nSTEM\n科学教育\n36\n场。')
    expect(text(mayBeText)).toContain('科学教育36')
    expect(asked(mayBeText)).toEqual(['科学教育'])
  })

  it('a number beside a head in mid-sentence that counts on from no other', () => {
    const raw = BOOK('23\n 云山年鉴2019\n所；扩建\n12\n座。')
    expect(text(raw)).toContain('规范登记23所；')
    expect(asked(raw)).toEqual(['23'])
    const paired = BOOK('2\n云山年鉴\n只，扩建\n12\n座，整修、加固\n云山年鉴\n4\n个。')
    expect(text(paired)).toContain('规范登记2只，扩建12座，整修、加固4个。')
  })

  it('but the last line of a text, after a signature', () => {
    const raw = `综述\n【概况】${PROSE}\n【出版】${PROSE}\n【发行】${PROSE}\n\n（周明远 陆珊）\n263\n`
    expect(cleaned(raw).book.furniture).toEqual(['263'])
    expect(cleaned(raw.replace('（周明远 陆珊）', '办结')).book.furniture).toEqual([])
  })

  it('but what counts up between blocks of print, in mid-sentence', () => {
    const block = PROSE.repeat(3)
    const pages = [79, 80, 81, 82, 83].map((n) => `${block}\n\n${block}设置中\n\n${n}\n\n国科普云`)
    const raw = `综述\n\n【概况】${pages.join('')}${PROSE}\n`
    expect(cleaned(raw).book.furniture).toEqual(['79', '80', '81', '82', '83'])
    const apart = `综述\n【概况】\n${[79, 80, 81, 82, 83].map((n) => `设置\n${n}\n处，`).join('\n')}${PROSE}\n`
    expect(cleaned(apart).book.furniture).toEqual([])
  })

  it('a Latin name in brackets, however often it stands there', () => {
    const row = (n: number): string =>
      `工作人员在云山县溪口村开展调查时记录到香榧（\nTorreya grandis\n）\n${n}\n株，为当地首次。\n`
    expect(
      text(`综述\n【概况】\n${row(18)}${row(21)}${row(32)}`).match(/香榧（Torreya grandis）/g),
    ).toHaveLength(3)
  })
})

describe('heads with their page number on one line', () => {
  const ROWS =
    '云山县推进各项工作，开展技术培训和实地指导，有效解决群众反映的问\n题，落实检查制度，参加人数比上年增加'
  const book = (heads: readonly string[]): ReturnType<typeof clean> =>
    cleaned(`粮食\n\n综述\n\n【概况】 ${heads.map((h) => `${ROWS}\n${h}\n214人。${PROSE}`).join('')}\n`)

  it.each([
    [['第9页　云山年鉴', '粮食　第10页', '第11页　云山年鉴']],
    [['云山年鉴 ·12·', '云山年鉴·13·']],
    [['粮食生产 12', '粮食主产 13', '粮食生产 14']],
    [['XII 云山年鉴', '云山年鉴 xiii']],
    [['· Ⅻ ·', '- xiii -']],
  ])('%j', (heads) => {
    const { book: out, analysis } = book(heads)
    expect(out.furniture.map((f) => f.replace(/\s/g, ''))).toEqual(heads.map((h) => h.replace(/\s/g, '')))
    expect(JSON.stringify(out.categories).match(/比上年增加214人/g)).toHaveLength(heads.length)
    expect(analysis.suggestions.filter((s) => s.rule === 'structure/furniture')).toEqual([])
  })

  it('are no rows of a list, nor letters of the text', () => {
    const rows = [46, 52].map((n) => `${PROSE}各类粮站：\n合计数 ${n}\n`).join('')
    expect(cleaned(`粮食\n\n综述\n\n【概况】 ${rows}${PROSE}\n`).book.furniture).toEqual([])
    expect(book(['LIC', 'MIX']).book.furniture).toEqual([])
  })
})

describe('a number alone at the end of a text whose runs are set apart', () => {
  const runs = `【概况】\n2019\n年，接警\n284\n起，下降\n22.4%\n，止付\n3,975\n万元。`
  const asked = (end: string): string[] =>
    cleaned(`综述\n${runs}${PROSE}\n${end}`).analysis.suggestions.flatMap((s) =>
      s.rule === 'structure/furniture' ? [s.quote] : [],
    )

  it('is asked about after a signature or a finished sentence, and not where a sentence leads to it', () => {
    expect(asked('（周明远）\n197\n')).toEqual(['197'])
    expect(asked('197\n')).toEqual(['197'])
    expect(asked('全年出警\n197\n')).toEqual([])
  })
})

describe('furniture between two lines of a title', () => {
  const book = (between: string): string =>
    `农业\n综述\n【云山县第八届农民丰收节暨粮食\n${between}展示展销活动】${PROSE}\n【出版】${PROSE}\n`

  it.each([
    ['the title of the book, which stands nowhere else', '云山年鉴2019\n', ['云山年鉴2019']],
    ['with its bare number under it', '云山年鉴2019\n154\n', ['云山年鉴2019', '154']],
    ['with its bare number over it', '154\n云山年鉴2019\n', ['154', '云山年鉴2019']],
  ])('%s', (_, between, furniture) => {
    const { book: found } = cleaned(book(between))
    const titles = found.categories.flatMap((k) => k.sections.flatMap((s) => s.entries.map((e) => e.title)))
    expect(titles).toEqual(['云山县第八届农民丰收节暨粮食展示展销活动', '出版'])
    expect(found.furniture).toEqual(furniture)
  })
})

it('a head between the header of a table and its unit leaves the unit to the header', () => {
  const rows =
    '2019年云山县粮站一览表\n序号 粮站 仓容（吨） 县级补助\n- 32 -\n（万元）\n1 城东 1,246 60\n2 溪口 683 45\n'
  const raw = `粮食\n综述\n【概况】${PROSE}\n${rows}【出版】${PROSE}\n`
  expect(text(raw)).toContain('县级补助（万元）')
})
