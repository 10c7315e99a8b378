import { Guard } from '../guard.ts'

/**
 * The vocabulary of yearbook prose, as far as it tells what a figure measures. General words only: a book's own
 * names are found in the book.
 */

/** Verbs that a counted thing is the object of; in a list the first one governs the rest. */
const ACTIONS = [
  '出动 完成 实现 新建 新设 新开 改建 扩建 改扩建 迁建 续建 建成 建设 建立 开展 举办 承办 组织 召开 培训 轮训 招聘 招收 引进 引育 接待 接收 接纳 收治 诊疗 ' +
    '发放 投入 投放 投用 安排 拨付 争取 落实 检查 排查 摸排 抽检 抽查 检测 监测 查处 查获 查封 办理 受理 审批 审核 审结 处理 处置 处罚 整治 整改 清理 清退 拆除 改造 ' +
    '维修 修复 修建 修订 铺设 架设 种植 栽植 推广 创建 评选 评出 评定 表彰 奖励 命名 认定 授予 获得 荣获 取得 申报 推荐 列入 入选 选派 选拔 派出 派驻 选聘 聘任 资助 补助 补贴 救助 ' +
    '帮扶 帮助 走访 慰问 发布 发表 发行 印发 出台 制定 编制 编印 签订 签约 签署 注册 登记 开通 启用 验收 竣工 开工 销售 生产 进口 采购 购置 购进 配备 配送 安装 更换 ' +
    '设置 设立 成立 组建 吸引 带动 解决 化解 调解 侦破 破获 抓获 提起公诉 起诉 批准逮捕 批捕 逮捕 立案 结案 执结 征收 征集 收缴 收到 收取 募集 筹集 捐赠 捐款 放映 演出 展出 展览 巡演 服务 惠及 覆盖 ' +
    '受益 转移 安置 搬迁 脱贫 减免 减税 退税 返还 发送 运送 输送 开行 新增 新认定 新评定 新评 新获 新入选 新命名 新培育 培育 孵化 转化 授权 申请 参加 参与 出席 参展 参赛 ' +
    '实施 推进 启动 执行 承担 承接 承保 理赔 赔付 放贷 融资 吸收 交流 调整 提拔 任免 录用 录取 报名 上线 通过 考核 巡查 督查 督办 审计 查出 核减 追回 收回 盘活 ' +
    '出让 流转 供应 调运 收储 收购 加工 屠宰 宰杀 免疫 接种 筛查 体检 随访 签发 发出 下发 派发 提供 提出 形成 归集 汇集 集聚 入驻 落户 注销 取缔 关停 ' +
    '关闭 淘汰 腾退 回收 报废 植树 造林 抚育 治理 修缮 保护 发现 发掘 出土 征订 出版 编辑 录制 制作 播出 刊发 拍摄 移送 移交 移民 外迁 劝返 劝导 疏导 化验 复核 复查 评审 评估 ' +
    '招引 招商 洽谈 对接 达成 促成 撬动 拉动 降低 节约 节省 压减 压缩 减少 减排 挽回 避免 输出 转让 许可 质押 担保 投资 抢修 改装 疏浚 清淤 加固 绿化 复绿 补植 增设 增加 增添 添置 增殖放流 放流',
]
  .join(' ')
  .split(' ')

/** Newly counted, whatever the word: 新增, 新认定 and 新评 say the same of a thing that is awarded. */
const NEW = new Set(['新增', '新认定', '新评定', '新评', '新获', '新入选', '新命名'])

/** By the code of their first character, the longer ones first. */
const BY_FIRST = new Map<number, string[]>()
for (const word of [...ACTIONS].sort((a, b) => b.length - a.length)) {
  const list = BY_FIRST.get(word.charCodeAt(0))
  if (list) list.push(word)
  else BY_FIRST.set(word.charCodeAt(0), [word])
}

/** The verb that `text` has at `at`, '' where it has none. */
export function actionAt(text: string, at = 0): string {
  return BY_FIRST.get(text.charCodeAt(at))?.find((word) => text.startsWith(word, at)) ?? ''
}

/** One name for verbs that say the same. */
export function canonicalAction(action: string): string {
  return NEW.has(action) ? '新增' : action
}

/** What may stand between the measured thing and its number. */
export const TRAIL =
  /(?:达到了?|达|为|是|有|(?<!累)计|共计|总计|合计|共|约|已|分别|增至|增加到|增加至|增长到|增长至|升至|上升到|上升至|提高到|提高至|提升到|提升至|扩大到|扩大至|拓展到|拓展至|降至|降到|降为|下降到|下降至|减少到|减少至|减至|压减至|缩减到|缩短至|缩短到|缩小至|突破|超过|超|逾|仅|了|：|:|(?<=\p{Script=Han}{4})(?<!投资|任务|计划|目标)(?:完成|实现))$/u

/** What TRAIL ends with. */
export const TRAILS = new Guard('达了到为是有计共约已别至破过超逾仅成现：:')

/** The figure is a difference, not a level: 比上年增加, 同比下降, 增长. */
export const CHANGE =
  /(?:增长|增加|净增|递增|减少|下降|上升|提高|降低|回落|提升|上涨|下跌|缩短|扩大|缩小|偏多|偏少|偏高|偏低|增幅|增速|降幅|涨幅|跌幅|增|减)了?$/
/** What CHANGE ends with. */
export const CHANGES = new Guard('长加增少降升高低落涨跌短大小多幅速减了')
/** Adjectives and short verbs that make a difference only behind 比. */
export const COMPARED_CHANGE = /(?:升|降|涨|跌|多|少|高|低|长|短|快|慢|大|小)了?$/
export const COMPARISON =
  /(?:同比|环比|(?<![占对评之正城生机乡男女])比(?![赛例重武拼价对选])|较(?![大多好高为]))[^，。；、]*$|与[^，。；、]*相比[^，。；、]*$/
export const DECREASE =
  /(?:减少|下降|降低|回落|下跌|缩短|缩小|负增长|降幅|跌幅|偏少|偏低|减|降|跌|少|低|短|慢|小)了?$/

/** The figure is a share of something else. */
export const PORTION = /占(?!补)[^，。；、]*$/

/** What stands in all that EACH and COMPARISON find. */
export const OF_SEVERAL = new Guard('每各均最单分')
export const COMPARED = new Guard('比较与')
/** Each of several gets so much: not a figure of the whole. */
export const EACH =
  /^(?:其中)?每[\p{Script=Han}]{1,5}(?:拥有|有|配备|占有)|(?:各|均|每[^，。；、]{0,6}|最高|最低|最多|最大|最小|最长|单[个笔件]|分别)(?:为|达|约|可|给予|奖励|补助|资助|补贴|增长|下降)?$/u

/** Nouns that many things have: without the thing they say nothing. */
export const DEPENDENT =
  /^(?:在[校园读]\S{0,3}|毕业生?|招生|学生|教职工|专任教师|教师|教学班|班|床位|座位|座席|员工|职工|从业人员|工作人员|会员|成员|社员|党员|总?产量|产出|总?产值|总?面积|占地|建筑|营业|展厅|总?收入|销售|销售额|利润|利税|税收|纳税|资金|总?投资|总?金额|款项|人口|用户|藏书|藏品|容量|总?库容|全长|总长|长度?|宽|高|总?里程|参加|参与|参会|受益|惠及|服务|接待|观众|游客|签约|人员|车辆|涉及|.{2}率)$/

/** Of what stands right before, so many in all, or so many new: 新增甲28家，累计126家. */
export const AGAIN = /^(?:累计|总数|新增|新认定)$/

/** Qualities that parts of many things have: 公办48所 of kindergartens, 公办14所 of homes. */
export const QUALITY =
  /^(?:公办|民办|公建民营|国有|集体|民营|男性?|女性?|城镇|乡村|农村|城区|城乡|大型|中型|小型|其他|新增|新建|改建|改造|续建|新开工|竣工|汽油|柴油|\dA级|.{0,2}[级型类])$/

/** Something planned, not something that is. */
const PLAN =
  /计划|规划|预计|预期|拟|目标|力争|确保|将(?!军|近)|设计|概算|预算(?!收入|支出)|任务|可达|建成后|投产后|届时|未来|今后|不低于|要求/
/** What stands in all that PLAN finds. */
const PLANS = new Guard('划预拟标争确将设概任可后届未低求')

/** What 其中 and a mark end with. */
const PARTS_END = new Guard('中，,:：')

export function isPlanned(words: string): boolean {
  return PLANS.isIn(words) && PLAN.test(words)
}

/** Do words before a number open a row of parts: 其中…, 内…? */
export function opensRow(left: string): boolean {
  return /^(?:其中|内(?![设部外销贸资环径容]))/.test(left)
}

/** The same of words that start at `from`, where 其中 and a mark may stand before them. */
export function opensParts(left: string, text: string, from: number): boolean {
  return opensRow(left) || followsParts(text, from)
}

/** Does 其中 stand before offset `at`, a mark between them? */
export function followsParts(text: string, at: number): boolean {
  return (
    at > 1 &&
    PARTS_END.has(text.charCodeAt(at - 1)) &&
    /其中[，,:：]?$/.test(text.slice(Math.max(0, at - 3), at))
  )
}
