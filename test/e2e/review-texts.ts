/** Invented pages in the two layouts that extractors give: printed lines as they are, and each run on a line of its own. */

export const LINES = `粮食

综 述

【概况】 2O19年，云山县粮食系统围绕保供给、稳市场目标，落实
收购政策，新建粮站18
座，维修仓房 7 处，改造面积1,200平
方米。全年收购粮食4.5万吨，比上年增长3 1%。（县粮食局）

【仓储管理】 全县有国有粮库12个，总仓容6万吨。开展春秋
云山县粮食局举办仓储技能竞赛
（县粮食局 供稿）
两季粮油普查，查出隐患23处，全部整改。
【粮油供应】 设立放心粮油店45家。年内抽检样品２０批次，合格率l00%。
（周明远）
`

export const RUNS = ` 云山年鉴

综述

【概况】

2017

年，云山县水利部门深入实施治水行动，统筹水

资源配置，修订完善管理办法，推进堤防建设，新

建水闸

6

座，加固堤防

12.5

千米。 全年完成投资

1.8

亿元，受益农户

3200

户。

水利

Water Conservancy

2017

年

5

月

11

日，云山县举行防汛演练

（县水利局 供稿）
（陆 珊）
`

/** The same with a letter in a number, a number that may be misread, and a sentence that a caption has torn. */
export const RUNS_DAMAGED = RUNS.replace('3200\n\n户。', '32O0\n\n户，合格率\n\nl00%\n\n。').replace(
  /建水闸\n([\s\S]*?)水利\n\nWater Conservancy\n[\s\S]*?(云山县举行防汛演练\n)\n(（县水利局 供稿）\n)/u,
  '$2$3建水闸\n$1',
)
