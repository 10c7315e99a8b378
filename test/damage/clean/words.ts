/** Words for texts of an invented county. Split strings, so that a list of sixty words is still a few lines. */
const words = (list: string): readonly string[] => list.split(' ')

/** A county’s or town’s name is a head and a tail. */
export const HEADS = words(
  '汀 浔 岑 芦 檀 鹿 雁 桐 栖 蓼 琅 砚 荆 萝 葭 蒲 鹤 麓 黛 沔 洮 漪 涧 澹 嵩 峤 岫 崦 菖 荻 枫 楝 槭 榆 鹭 鸬 鲤 獐',
)
export const TAILS = words('川 陵 阳 浦 塘 岭 湾 泽 坪 屿 原 峪 渡 坞 荡 垟 埭 汇 洲 墩 桥 溪 港 店')

export const SURNAMES = words(
  '赵 钱 孙 李 周 吴 郑 冯 陈 卫 蒋 沈 韩 杨 朱 秦 许 何 吕 张 孔 曹 严 华 金 魏 陶 姜 戚 谢 邹 喻 柏 窦 章 苏 潘 葛 奚 范 彭 鲁 韦 昌 苗 方 俞 袁 柳 鲍 唐 费 岑 薛 雷 贺 倪 汤 滕 殷 罗 毕 郝 安 乐 于 傅 卞 齐 康 伍 余 顾 孟 黄 穆 萧 尹 欧阳 上官 诸葛',
)
export const GIVEN = words(
  '伟 芳 敏 静 磊 强 军 洋 勇 艳 杰 涛 明 超 霞 平 刚 桂 英 文 建 国 志 红 玉 海 晓 春 秋 云 雪 梅 兰 竹 松 柏 山 川 林 峰 岩 石 江 河 波 涵 清 宁 安 康 乐 嘉 瑞 祥 福 永 恒 思 远 卓 越 哲 睿 毅 坚 诚 谦',
)

/** Category titles with their English lines; null: printed without one. */
export const CATEGORIES: readonly (readonly [string, string | null])[] = [
  ['水利', 'Water Conservancy'],
  ['交通邮电', 'Transport, Post & Telecommunications'],
  ['林业', 'Forestry'],
  ['卫生健康', 'Health'],
  ['文化体育', 'Culture and Sports'],
  ['民政', 'Civil Affairs'],
  ['自然资源', 'Natural Resources'],
  ['生态环境保护', 'Ecology & Environment'],
  ['商贸服务', 'Commerce and Services'],
  ['旅游', 'Tourism'],
  ['金融保险', 'Banking & Insurance'],
  ['城乡建设', 'Urban and Rural Construction'],
  ['法治', 'Rule of Law'],
  ['军事', 'Military Affairs'],
  ['群众团体', 'Mass Organizations'],
  ['社会生活', 'Social Life'],
  ['应急管理', 'Emergency Management'],
  ['工业', 'Industry'],
  ['电力', 'Electric Power'],
  ['供销合作', 'Supply and Marketing Cooperatives'],
  ['气象', 'Meteorology'],
  ['财政税务', 'Finance & Taxation'],
  ['人力资源和社会保障', 'Human Resources & Social Security'],
  ['档案史志', 'Archives and Local Chronicles'],
]

export const SECTIONS = words(
  '水资源管理 防汛抗旱 河湖治理 农村饮水 公路建设 桥梁隧道 航运 邮政 通信 造林绿化 森林防火 自然保护地 疾病预防 妇幼保健 中医药 卫生监督 群众文化 图书馆 文物保护 非物质文化遗产 竞技体育 全民健身 养老服务 社会救助 地名管理 土地管理 矿产资源 测绘 大气治理 土壤监测 环境执法 批发零售 会展 物流 电子商务 景区建设 乡村旅游 银行 证券 保险 城市规划 住房保障 园林 市政设施 物业管理 公安 检察 审判 司法行政 征兵 人民防空 工会 共青团 妇联 居民收入 人口 婚姻登记 消防救援 安全生产 装备制造 纺织服装 食品加工 电网建设 供电服务 基层供销社 农资供应 天气预报 人工影响天气 预算管理 税收征管 就业创业 社会保险 人才引进 档案管理 地方志',
)

/** Bodies of a county; its name stands before them. */
export const BODIES = words(
  '水利局 交通运输局 林业发展中心 卫生健康局 文化馆 民政局 自然资源局 生态环境分局 商务局 文旅集团 气象局 财政局 税务局 住房和城乡建设局 公安局 人民检察院 人民法院 司法局 人武部 总工会 团委 妇联 残联 红十字会 应急管理局 消防救援大队 经济和信息化局 供电公司 供销社 档案馆 图书馆 博物馆 农业农村局 市场监督管理局 城市管理局 统计局 审计局 医疗保障局 退役军人事务局 融媒体中心',
)

export const VERBS = words(
  '推进 实施 完善 优化 组织 开展 加强 规范 深化 强化 拓展 提升 落实 指导 督促 协调 统筹 健全 建立 修订 编制 核查 普查 抽检 巡查 整治 改造 扩建 修缮 疏浚 加固 推广 试行 承办 举办 筹建 升级 培育 扶持 宣传',
)
export const NOUNS = words(
  '河道 堤防 水库 泵站 渠系 管网 道路 桥梁 涵洞 客运 货运 码头 航道 苗圃 林区 古树 湿地 药房 诊所 病房 疫苗 剧团 书院 影院 球场 步道 社区 村庄 老街 商圈 市场 仓储 冷链 园区 车间 机床 面料 茶饮 糕点 电缆 变电站 线路 仪表 雷达 预警 台账 名录 档案 地图 标准 制度 机制 平台 窗口 热线 队伍 专班 基金 补贴 贷款 保单 工地 绿地 公园 公厕 路灯 停车场 充电桩 垃圾 污水 噪声 扬尘 粮食 种子 农机 果园 渔船 牧场 合作社 家庭 老人 儿童 青年 职工 退役军人 残疾人 志愿者 驾驶员 经营户',
)
export const ABSTRACTS = words(
  '建设 管理 服务 监测 保护 维修 供应 调度 培训 评估 验收 登记 审批 救助 应急 创建 规划 执法 配套 运营 养护 普法 防控 监管 改革 认证 采购 回收 检修 排查',
)
export const QUALITIES = words(
  '绿色 智慧 安全 公共 基层 城乡 重点 数字 标准化 精品 示范 便民 综合 常态化 特色 老旧 小型 应急 社区 农村',
)
export const SLOGANS = words(
  '清水绕城 一站通办 四季有绿 三分钟响应 温暖到家 满意窗口 一村一景 护苗 银龄行 蓝天守望 老街新韵 夜读 邻里帮 双提升 五个一 零距离 最后一百米 不见面 百企千岗 点亮万家',
)
export const EVENTS = words(
  '志愿服务日 技能竞赛 主题展览 培训班 现场会 应急演练 摄影展 读书节 马拉松 民俗文化节 论坛 推介会 招聘会 义诊 汇演 对抗赛',
)
export const FACILITIES = words(
  '文化中心 游泳馆 敬老院 污水处理厂 客运站 变电站 消防站 气象观测站 图书馆新馆 人民医院分院 老年大学 水质净化厂 体育公园 档案大楼 就业驿站 粮食储备库 防洪闸 游客中心 陶艺馆 科普基地',
)
export const VENUES = words('县人民会堂 文化中心 体育馆 会展中心 县委党校 滨江广场 青少年宫 影剧院')
export const ROADS = words('迎晖路 环城东路 南薰街 望湖大道 学府路 中河路 聚贤巷 银杏路 滨江西路')
export const SLOW_WORDS = words(
  '有效缓解出行压力 得到群众好评 为全省提供经验 做到早发现早处置 填补当地空白 形成长效机制 实现应保尽保 运行平稳 未发生重大事故 服务半径进一步扩大 流程更加简便 群众满意度居全市前列 带动周边农户就业 各项指标均达到设计要求',
)
export const QUOTED = words(
  '家门口就能办成事，少跑了不少路 这条路修好了，果子运出去方便多了 孩子们放学有了去处 水清了，鱼也回来了 房子不漏雨，心里就踏实 师傅手把手教，三天就学会了 以前排队半天，现在几分钟就好',
)
export const PRESSES = words('方志出版社 科学文献出版社 大江文艺出版社 水利水电出版社')
export const LATIN = [
  'Ginkgo biloba',
  'Metasequoia glyptostroboides',
  'Egretta garzetta',
  'Andrias davidianus',
  'Liriodendron chinense',
  'Torreya grandis',
  'Aix galericulata',
] as const
export const SPECIES = words('银杏 水杉 白鹭 大鲵 鹅掌楸 香榧 鸳鸯')
export const LATIN_TERMS = [
  'App',
  'BIM',
  'GIS',
  'LED',
  'VR',
  'GDP',
  'CT',
  'AI',
  'PPP',
  'ATM',
  'R&D',
  'ISO 9001',
  '5G',
  '3D',
  'B2B',
  'Wi-Fi',
  'TOP10',
  'PM2.5',
] as const
export const SCENES = words(
  '志愿者清理河岸 工人检修线路 居民领取药品 学生参观展厅 游客体验制陶 选手冲过终点 农户晾晒果干 医生上门随访 队员演练抢险 老人练习书法 代表投票 村民观看演出',
)
