import type { CaseForm } from '#rooms/licence/forms.ts'
import { beichen, entry, line, northfield, type DemoCase, type DemoStep } from './cases.ts'

/** An article of the daily run: its kind, its row of 附表, and the grade it gets. */
interface Everyday {
  kind: string
  grade: 'A' | 'B' | 'C'
  form?: CaseForm
  row: Parameters<typeof line>
}

const product = { articleClass: 'biological-product' as const }
const plain = (
  kind: string,
  zh: string,
  en: string,
  spec: string,
  ingredients: string,
  use: string,
  no: string,
): Everyday => ({
  kind,
  grade: 'C',
  form: product,
  row: [zh, en, 40, '支', spec, ingredients, use, no],
})

/** All names are invented; the articles are such as a window sees every week. */
const everyday: readonly Everyday[] = [
  plain(
    'antibody',
    '兔抗人 p53 多克隆抗体',
    'Rabbit anti-human p53 polyclonal antibody',
    '0.1 ml/支',
    '兔免疫球蛋白 G，甘油缓冲液',
    '组织切片免疫组化染色方法研究',
    'NB-P53-R',
  ),
  plain(
    'antibody',
    '小鼠抗人 CD19 单克隆抗体',
    'Mouse anti-human CD19 monoclonal antibody',
    '0.5 mg/支',
    '小鼠 IgG1 单克隆抗体，磷酸盐缓冲液',
    'B 细胞亚群流式分析方法研究',
    'NB-CD19-M',
  ),
  plain(
    'enzyme',
    '热启动 DNA 聚合酶',
    'Hot-start DNA polymerase',
    '500 U/支',
    '重组 DNA 聚合酶，甘油',
    '核酸扩增体系的灵敏度比较研究',
    'NB-HSP-5',
  ),
  plain(
    'enzyme',
    '重组蛋白酶 K',
    'Recombinant proteinase K',
    '100 mg/支',
    '重组蛋白酶 K，冻干粉',
    '样本裂解步骤的方法学研究',
    'NB-PK-100',
  ),
  plain(
    'cytokine',
    '重组人表皮生长因子',
    'Recombinant human epidermal growth factor',
    '50 µg/支',
    '重组人 EGF 蛋白（大肠杆菌表达）',
    '上皮细胞体外培养条件的研究',
    'NB-EGF-50',
  ),
  plain(
    'cytokine',
    '重组小鼠白介素-4',
    'Recombinant mouse interleukin-4',
    '10 µg/支',
    '重组小鼠 IL-4 蛋白（大肠杆菌表达）',
    'T 细胞分化模型的建立与研究',
    'NB-ML4-10',
  ),
  plain(
    'nucleic-acid',
    '荧光定量 PCR 引物探针组',
    'Primer and probe set for quantitative PCR',
    '5 nmol/支',
    '人工合成寡核苷酸',
    '基因表达定量方法的建立与验证',
    'NB-QP-05',
  ),
  plain(
    'nucleic-acid',
    '真核表达质粒载体',
    'Eukaryotic expression plasmid vector',
    '10 µg/支',
    '质粒 DNA，缓冲液',
    '重组蛋白表达体系的构建研究',
    'NB-EV-10',
  ),
  plain(
    'other-biological',
    '牛血清白蛋白组分 V',
    'Bovine serum albumin fraction V',
    '5 g/支',
    '牛血清白蛋白，冻干粉',
    '免疫测定封闭液的配制与比较',
    'NB-BSA-5',
  ),
  {
    kind: 'cell-line',
    grade: 'C',
    form: { articleClass: 'human-tissue' },
    row: [
      '人胚肾细胞系 293T',
      'Human embryonic kidney cell line 293T',
      2,
      '支',
      '1 ml/支，1×10⁶ 个细胞',
      '人胚肾细胞系，含 10% DMSO 冻存液',
      '蛋白瞬时表达体系的研究',
      'NB-293T',
    ],
  },
  {
    kind: 'serum',
    grade: 'A',
    form: { articleClass: 'blood' },
    row: [
      '类风湿关节炎患者血清',
      'Serum of rheumatoid arthritis patients',
      60,
      '管',
      '0.5 ml/管',
      '患者血清，经传染病筛查阴性',
      '自身抗体检测方法的验证研究',
      'NB-RA-S',
    ],
  },
  {
    kind: 'plasma-component',
    grade: 'A',
    form: { articleClass: 'blood' },
    row: [
      '血友病患者血浆',
      'Plasma of haemophilia patients',
      30,
      '管',
      '1 ml/管，枸橼酸钠抗凝',
      '患者血浆，经传染病筛查阴性',
      '凝血因子活性检测的方法研究',
      'NB-HA-P',
    ],
  },
]

type Way = (grade: Everyday['grade'], ago: number) => DemoStep[]

const opinion = '材料齐全属实，实验室条件与物品相适应，拟准予许可'
const filed: Way = (_grade, ago) => [{ act: 'submit', ago }]
const accepted: Way = (grade, ago) => [...filed(grade, ago), { act: 'accept', ago: ago - 1 }]
const proposed: Way = (grade, ago) => [
  ...accepted(grade, ago),
  { act: 'propose', ago: ago - 3, conclusion: 'grant', grade, opinion },
]
const granted: Way = (grade, ago) => [...proposed(grade, ago), { act: 'grant', ago: ago - 4 }]
const withdrawn: Way = (grade, ago) => [
  ...filed(grade, ago),
  { act: 'withdraw', ago: ago - 1, why: '合同变更，本批不再进口' },
]
const asked: Way = (grade, ago) => [
  ...filed(grade, ago),
  {
    act: 'correct',
    ago: ago - 2,
    items: [{ at: 'manufacturer', what: '生产厂家应填写全称，标签为简称的同时列出' }],
  },
]
const refused: Way = (grade, ago) => [
  ...accepted(grade, ago),
  {
    act: 'propose',
    ago: ago - 3,
    conclusion: 'refuse',
    grade,
    opinion: '检测报告的样品名称与附表不一致，经核实不是同一批物品，拟不予许可',
  },
  {
    act: 'refuse',
    ago: ago - 4,
    facts: '检测报告载明的样品名称、批号与附表所列物品不一致。',
    reasons: '申请单位不能证明所报物品经过检测，不符合许可条件。',
  },
]

/** How many went which way, the oldest first; days are working days before today. */
const plan: readonly { way: Way; days: readonly number[] }[] = [
  {
    way: granted,
    days: [155, 150, 145, 139, 133, 128, 122, 117, 111, 106, 100, 95, 89, 83, 78, 72, 66, 59, 52],
  },
  { way: refused, days: [142, 97, 45] },
  { way: withdrawn, days: [130, 78, 40] },
  { way: granted, days: [43, 37, 32, 27, 23, 20] },
  { way: proposed, days: [12, 9, 7] },
  { way: accepted, days: [11, 6, 3] },
  { way: asked, days: [8, 5] },
  { way: filed, days: [3, 2, 1] },
]

const jinghua = { ...northfield }

/** Cases of every day, so that lists, searches and charts have something to show. */
export const manyCases: readonly DemoCase[] = plan
  .flatMap(({ way, days }) => days.map((ago) => ({ way, ago })))
  .map(({ way, ago }, n): DemoCase => {
    const { kind, grade, form, row } = everyday[n % everyday.length]!
    // the branch of the second unit has a window and no reviewers
    const there = (way === filed || way === withdrawn || way === asked) && n % 2 === 0
    return {
      unit: there ? 'beichen' : 'jinghua',
      createdAgo: ago + 1,
      form: entry({ ...jinghua, ...form, ...(there ? beichen : {}), articleKind: kind }),
      lines: [line(...row)],
      documents: true,
      steps: way(grade, ago),
    }
  })
