import { expect, test } from 'vitest'
import { reported } from '../written.ts'

const book = (...entries: string[]): string => `# 民生\n## 综述\n${entries.join('\n')}`

/** The titles of two entries and what each says. */
const two = (first: string, second: string): string => book(`【概况】\n${first}`, second)

test.each([
  [
    'of the region and of an entry',
    two(
      '2019年，全县公路客运量683.4万人次。',
      '【班线客运】\n有客运企业6家。公路客运量638.4万人次，定制班线9条。',
    ),
  ],
  [
    'under the end of a name that the title completes',
    two('志愿服务注册居民38.67万人。', '【志愿服务】\n注册居民36.87万人，注册率33.1%。'),
  ],
  [
    'digits that stand apart',
    two('至年底，政府债务余额47.08亿元。', '【风险防控】\n处置案件11起。年末政府债务余额48.07亿元。'),
  ],
  [
    'a part that is told again',
    two(
      '管辖纳税人5.84万户，其中一般纳税人1.27万户。',
      '【办税】\n年末一般纳税人1.72万户，网上申报率99.7%。',
    ),
  ],
  [
    'of an institution by its long and its short name',
    two('县急救中心全年受理“120”电话9.67万次。', '【急救】\n急救中心设站点9个，全年受理“120”电话9.76万次。'),
  ],
  [
    'of two entries, under a name that stands nowhere else',
    book('【投资】\n完成水运设施投资52.17亿元。', '【安全】\n全年完成水运设施投资57.12亿元的项目均达标。'),
  ],
  [
    'what there is by now of the thing in the title',
    two('年末有5G基站2,416个。', '【5G基站建设】\n铁塔公司新建5G基站932个，累计2,146个。'),
  ],
  [
    'of a mean',
    '# 体育\n## 综述\n【概况】\n2019年，人均体育场地面积2.64平方米。\n## 设施\n【概况】\n2019年，全县人均体育场地面积2.46平方米。',
  ],
  [
    'where another place opens more sentences than the region',
    '# 体育\n## 综述\n【概况】\n全县有场馆12座，全县有队伍86支，人均体育场地面积2.64平方米。滨江区有场馆3座。\n## 设施\n【概况】\n人均体育场地面积2.46平方米。滨江区举办赛事8场。全县参赛群众众多。',
  ],
  [
    'of one town',
    '# 乡镇\n## 青石镇\n【概况】\n2019年末，户籍人口42,816人。\n【民生】\n至年末，全镇户籍人口42,186人中，参保37,508人。',
  ],
])('two digits in each other’s place, %s: reported', (_, text) => {
  expect(reported(text)).toHaveLength(1)
})

test.each([
  ['of two years', two('2018年末，一般纳税人1.27万户。', '【办税】\n2019年末，一般纳税人1.72万户。')],
  [
    'of town after town',
    book(
      ...['白鹿', '青石', '双溪', '竹隐', '沙桥'].map(
        (t, i) =>
          `【${t}镇】\n有规模工业企业48家，实现规模工业产值${String(12.34 + (i === 1 ? 0.09 : i))}亿元。`,
      ),
    ),
  ],
  [
    'of entry after entry',
    book(...[102, 201, 315, 468, 527].map((n, i) => `【第${i + 1}批】\n2019年，全县新建仓房${n}座。`)),
  ],
  [
    'of two places with a section each',
    '# 乡镇\n## 桐坑乡\n【概况】\n农村居民人均可支配收入31,258元。全乡有党员764人。\n## 雾山乡\n【概况】\n农村居民人均可支配收入32,158元。全乡有党员746人。',
  ],
  [
    'of two school years',
    two('2018学年，全县小学在校生32,618人。', '【小学】\n2019学年，全县小学在校生32,681人。'),
  ],
  [
    'of one company and another',
    book('【恒越新材】\n公司实现销售收入12.68亿元。', '【百川电气】\n公司实现销售收入12.86亿元。'),
  ],
  [
    'of two stages',
    book('【治理一期】\n完成河道治理投资1,268万元。', '【治理二期】\n完成河道治理投资1,286万元。'),
  ],
  ['of a whole and its part', book('【茶业】\n茶叶种植基地6,820公顷，其中茶叶种植基地6,280公顷已投产。')],
  ['of another thing', two('受理民事案件5,718件。', '【审判】\n审结民事案件5,178件。')],
  ['of a town', two('全县粮食总产量12.64万吨。', '【粮食】\n白鹿镇粮食总产量1.246万吨。')],
])('numbers with the same digits %s: left alone', (_, text) => {
  expect(reported(text)).toEqual([])
})
