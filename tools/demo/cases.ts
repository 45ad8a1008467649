import type { CaseForm } from '#rooms/licence/forms.ts'
import type { ItemLine } from '#rooms/licence/item-lines.ts'
import type { OfficerStep } from './officer-steps.ts'

/** How far a demonstration case has come; each step is done by its officer on the day given. */
export type DemoStep =
  | { act: 'submit' | 'accept' | 'grant'; ago: number }
  | { act: 'correct'; ago: number; items: { at: string; what: string }[] }
  | { act: 'step'; ago: number; reason: string; expectedDays: number }
  | {
      act: 'propose'
      ago: number
      conclusion: 'grant' | 'refuse'
      grade: 'A' | 'B' | 'C' | 'D'
      opinion: string
    }
  | { act: 'refuse'; ago: number; facts: string; reasons: string }
  | { act: 'withdraw'; ago: number; why: string }
  | {
      act: 'request'
      ago: number
      port: string
      lines: { n: number; requested: number; batchNo: string }[]
    }
  | { act: 'confirm'; ago: number; actual: number[] }
  | { act: 'receive'; ago: number }
  | OfficerStep

/** One case of the demonstration; `ago` counts working days before today. */
export interface DemoCase {
  unit: 'jinghua' | 'beichen'
  createdAgo: number
  form: CaseForm
  lines: ItemLine[]
  /** Whether every document the case needs is brought. */
  documents: boolean
  steps: DemoStep[]
}

export const line = (
  nameZh: string,
  nameEn: string,
  quantity: number,
  packUnit: string,
  specification: string,
  ingredients: string,
  use: string,
  catalogueNo = '',
): ItemLine => ({
  nameZh,
  nameEn,
  otherName: '',
  labelSays: '',
  catalogueNo,
  productPage: '',
  batchNo: '',
  quantity,
  packUnit,
  specification,
  ingredients,
  use,
})

export const entry = (over: CaseForm): CaseForm => ({
  direction: 'entry',
  unitClass: 'user',
  standing: 'receives-to-use',
  trade: 'commercial',
  purpose: 'research',
  consignee: '京华大学医学部',
  originCountry: 'GBR',
  country: 'GBR',
  currency: 'GBP',
  amount: '12500.00',
  rate: '1.312500',
  storage: 'frozen',
  transport: 'air',
  packing: '干冰保温箱，三层包装',
  contactName: '林知远',
  contactPhone: '010-00000000',
  describes: ['relation', 'making', 'names', 'conditions', 'research', 'approvals', 'truth'],
  port: 'PEK',
  destination: '北京市',
  useAddress: '北京市海淀区知新路 1 号医学楼 B203',
  pathogenState: 'none',
  notApplicable: ['contractNo', 'hsCode', 'ciqCode'],
  ...over,
})

const serum = line(
  '人血清',
  'Human serum',
  10,
  '管',
  '50 ml/管，共 500 ml',
  '健康成人混合血清，无防腐剂',
  '自身免疫抗体检测方法学研究',
  'NB-HS-50',
)
export const northfield = {
  consignor: 'Northfield Biobank Ltd.',
  manufacturer: 'Northfield Biobank Ltd.',
}
const strain = {
  articleClass: 'microorganism' as const,
  articleKind: 'bacterium',
  pathogenState: 'contained' as const,
  consignor: 'Meridian Culture Collection',
  originCountry: 'FRA',
  currency: 'EUR' as const,
  amount: '860.00',
  rate: '1.158000',
  manufacturer: 'Meridian Culture Collection',
  country: 'FRA',
  laboratory: '微生物学实验室',
  useAddress: '北京市海淀区知新路 1 号医学楼 B315',
}
export const beichen = {
  unitClass: 'user' as const,
  contactName: '苏苒',
  consignee: '北辰生物技术（北京）有限公司',
  useAddress: '北京经济技术开发区荣景路 18 号 3 号楼',
  port: 'PKX',
}

/** Every state a user can meet, with plausible articles. All names are invented. */
export const demoCases: readonly DemoCase[] = [
  {
    unit: 'jinghua',
    createdAgo: 0,
    form: {
      direction: 'entry',
      articleClass: 'blood',
      articleKind: 'plasma-component',
      unitClass: 'user',
      standing: 'receives-to-use',
      trade: 'non-commercial',
      purpose: 'research',
      pathogenState: 'none',
      consignor: 'Lakeside Plasma Services',
    },
    lines: [line('人血浆', 'Human plasma', 24, '袋', '200 ml/袋', '', '')],
    documents: false,
    steps: [],
  },
  {
    unit: 'jinghua',
    createdAgo: 1,
    form: entry({ ...northfield, articleClass: 'human-tissue', articleKind: 'cell' }),
    lines: [
      line(
        '人外周血单个核细胞',
        'Human peripheral blood mononuclear cells',
        20,
        '支',
        '1 ml/支，1×10⁷ 个细胞',
        '人外周血单个核细胞，含 10% DMSO 冻存液',
        'T 细胞受体测序方法研究',
        'NB-PBMC-07',
      ),
    ],
    documents: true,
    steps: [{ act: 'submit', ago: 0 }],
  },
  {
    unit: 'beichen',
    createdAgo: 3,
    form: entry({
      ...northfield,
      ...beichen,
      articleClass: 'biological-product',
      articleKind: 'cytokine',
      purpose: 'testing',
      country: 'DEU',
    }),
    lines: [
      line(
        '重组人白介素-6',
        'Recombinant human interleukin-6',
        50,
        '支',
        '10 µg/支，冻干粉',
        '重组人 IL-6 蛋白（大肠杆菌表达），甘露醇',
        '质量检定用对照品',
        'RB-IL6-10',
      ),
      line(
        '小鼠抗人 CD3 单克隆抗体',
        'Mouse anti-human CD3 monoclonal antibody',
        30,
        '支',
        '0.5 mg/支',
        '小鼠 IgG1 单克隆抗体，0.09% 叠氮钠',
        '流式细胞检测',
        'RB-CD3-05',
      ),
    ],
    documents: true,
    steps: [{ act: 'submit', ago: 2 }],
  },
  {
    unit: 'jinghua',
    createdAgo: 8,
    form: entry({
      articleClass: 'blood',
      articleKind: 'plasma-component',
      consignor: 'Lakeside',
      manufacturer: 'Lakeside Plasma Services',
    }),
    lines: [
      line(
        '人血浆',
        'Human plasma',
        12,
        '袋',
        '200 ml/袋',
        '健康成人血浆，枸橼酸钠抗凝',
        '凝血因子检测方法研究',
        'LP-200',
      ),
    ],
    documents: true,
    steps: [
      { act: 'submit', ago: 7 },
      {
        act: 'correct',
        ago: 5,
        items: [
          { at: 'consignor', what: '发货人应填写单位全称，现为简称' },
          { at: 'slot.test-report', what: '检测报告缺少供体传染病筛查结果页，请补全后重新上传' },
        ],
      },
    ],
  },
  {
    unit: 'jinghua',
    createdAgo: 17,
    form: entry({ ...northfield, articleClass: 'biological-product', articleKind: 'nucleic-acid' }),
    lines: [
      line(
        '人乳头瘤病毒 16 型假病毒',
        'Human papillomavirus type 16 pseudovirus',
        40,
        '支',
        '0.5 ml/支',
        '复制缺陷型假病毒颗粒，含荧光素酶报告基因',
        '中和抗体检测方法研究',
        'MV-PV16',
      ),
    ],
    documents: true,
    steps: [
      { act: 'submit', ago: 16 },
      { act: 'accept', ago: 16 },
    ],
  },
  {
    unit: 'jinghua',
    createdAgo: 10,
    form: entry({ ...strain, pathogens: [{ pathogenId: 'bacteria-20', activity: 'liveCulture' }] }),
    lines: [
      line(
        '鲍氏不动杆菌标准株',
        'Acinetobacter baumannii reference strain',
        2,
        '支',
        '冻干菌种，0.2 ml/支',
        '鲍氏不动杆菌冻干菌种',
        '耐药机制研究',
        'MCC-AB-3',
      ),
    ],
    documents: true,
    steps: [
      { act: 'submit', ago: 9 },
      { act: 'accept', ago: 8 },
      {
        act: 'step',
        ago: 3,
        reason: '菌株来源国近期有新型耐药株报告，需专家评估其耐药谱和废弃物处置方案',
        expectedDays: 10,
      },
    ],
  },
  {
    unit: 'jinghua',
    createdAgo: 6,
    form: entry({ ...northfield, articleClass: 'blood', articleKind: 'serum' }),
    lines: [serum],
    documents: true,
    steps: [
      { act: 'submit', ago: 6 },
      { act: 'accept', ago: 5 },
      {
        act: 'propose',
        ago: 1,
        conclusion: 'grant',
        grade: 'A',
        opinion: '材料齐全属实，供体筛查均为阴性，实验室条件与物品相适应，拟准予许可',
      },
    ],
  },
  {
    unit: 'jinghua',
    createdAgo: 30,
    form: entry({ ...northfield, articleClass: 'biological-product', articleKind: 'enzyme' }),
    lines: [
      line(
        '重组胰蛋白酶',
        'Recombinant trypsin',
        100,
        '瓶',
        '100 mg/瓶',
        '重组猪胰蛋白酶（毕赤酵母表达）',
        '细胞消化',
        'NB-TRP-1',
      ),
      line(
        '人血清白蛋白标准品',
        'Human serum albumin reference standard',
        20,
        '支',
        '1 ml/支，50 mg/ml',
        '人血清白蛋白',
        '检测定标',
        'NB-HSA-S',
      ),
    ],
    documents: true,
    steps: [
      { act: 'submit', ago: 29 },
      { act: 'accept', ago: 28 },
      {
        act: 'propose',
        ago: 26,
        conclusion: 'grant',
        grade: 'C',
        opinion: '物品为纯化蛋白，风险较低，材料齐全属实，拟准予许可',
      },
      { act: 'grant', ago: 25 },
      { act: 'receive', ago: 24 },
      {
        act: 'request',
        ago: 15,
        port: 'PEK',
        lines: [
          { n: 1, requested: 40, batchNo: 'T2609A' },
          { n: 2, requested: 10, batchNo: 'S2608' },
        ],
      },
      { act: 'confirm', ago: 13, actual: [38, 10] },
      {
        act: 'request',
        ago: 1,
        port: 'PEK',
        lines: [{ n: 1, requested: 30, batchNo: 'T2610C' }],
      },
    ],
  },
  {
    unit: 'jinghua',
    createdAgo: 14,
    form: entry({ ...strain, pathogens: [{ pathogenId: 'bacteria-3', activity: 'liveCulture' }] }),
    lines: [
      line(
        '布鲁氏菌参考菌株',
        'Brucella reference strain',
        1,
        '支',
        '冻干菌种，0.1 ml/支',
        '布鲁氏菌冻干菌种',
        '分型方法研究',
        'MCC-BR-1',
      ),
    ],
    documents: true,
    steps: [
      { act: 'submit', ago: 14 },
      { act: 'accept', ago: 13 },
      {
        act: 'propose',
        ago: 11,
        conclusion: 'refuse',
        grade: 'A',
        opinion:
          '布鲁氏菌属第二类病原微生物，大量活菌操作须在 BSL-3 实验室进行，申请单位实验室为 BSL-2，拟不予许可',
      },
      {
        act: 'refuse',
        ago: 9,
        facts: '申请单位拟在“微生物学实验室”（BSL-2）开展布鲁氏菌大量活菌操作。',
        reasons:
          '布鲁氏菌属第二类病原微生物，大量活菌操作须在 BSL-3 实验室进行，申请单位不具备与该物品相适应的生物安全控制能力。',
      },
    ],
  },
  {
    unit: 'beichen',
    createdAgo: 12,
    form: entry({
      ...northfield,
      ...beichen,
      articleClass: 'biological-product',
      articleKind: 'other-biological',
      purpose: 'production',
      country: 'DEU',
    }),
    lines: [
      line(
        '重组蛋白 A 填料',
        'Recombinant protein A resin',
        6,
        '瓶',
        '500 ml/瓶',
        '重组蛋白 A 偶联琼脂糖微球',
        '抗体纯化工艺',
        'RB-PA-500',
      ),
    ],
    documents: true,
    steps: [
      { act: 'submit', ago: 11 },
      { act: 'withdraw', ago: 10, why: '采购计划调整，本批不再进口' },
    ],
  },
]
