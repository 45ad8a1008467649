import type { z } from 'zod'
import type { licencePapers } from './papers.ts'

type Kinds = typeof licencePapers
type Facts<K extends keyof Kinds> = z.output<Kinds[K]['facts']>

const applicant = {
  name: '北京示范医科大学',
  codeName: '统一社会信用代码',
  code: '91110000802100433B',
  address: '北京市海淀区示范路38号',
}

/** A unit's name as long as they come. */
export const longName =
  '北京示范生命科学与生物医药高等研究院（国家人类疾病动物模型与重大新发突发传染病防控技术联合创新中心）有限责任公司'

const onCase = {
  applicant,
  matter: '入境特殊物品卫生检疫审批',
  caseNumber: '0110-2026-000123',
  articles: '人血清',
  receivedDay: '2026-10-30',
}
const contact = '北京海关卫生检疫窗口，电话010-5550 0101，每周一、四13:30—16:30'
const { receivedDay: _received, ...onLaterCase } = onCase

const row = {
  name: '人血清',
  foreign: 'Human serum',
  catalogueNo: null,
  spec: '50 ml／管',
  quantity: '10 管',
  use: '体外诊断试剂研发',
}

/** Facts of every paper of an application, as real as may be; for tests of the templates. */
export const sampleFacts: { [K in keyof Kinds]: Facts<K> } = {
  acceptance: {
    ...onCase,
    contact,
    basis: '《中华人民共和国行政许可法》第三十二条第一款第五项',
    acceptedDay: '2026-11-03',
    deemed: false,
    dueDay: '2026-12-01',
    limitDays: 20,
    usualDays: 5,
    materials: ['特殊物品描述性材料', '生物安全实验室备案凭证（二级）', '检测报告'],
    fee: '不收取费用',
  },
  correction: {
    ...onCase,
    contact,
    basis: '《中华人民共和国行政许可法》第三十二条第一款第四项',
    deadline: '2026-11-24',
    consequence: '',
    items: [
      { place: '物品清单第2行', problem: '只写总量500 ml，没有写管数。', demand: '补写管数。' },
      {
        place: '实验室备案凭证',
        problem: '备案凭证已于2026年9月30日到期。',
        demand: '上传有效的凭证。',
      },
      {
        place: '用途说明',
        problem: '与申请表所填用途不一致。',
        demand: '以实际用途为准，改为一致。',
      },
    ],
  },
  nonAcceptance: {
    ...onCase,
    reasons: ['申请所列物品按兽药管理，不属于特殊物品审批范围。'],
    basis: ['《中华人民共和国行政许可法》第三十二条第一款第一项。'],
    instead: '请向农业农村主管部门申请。',
    remedies: '如不服本决定，可以自知道本决定之日起六十日内申请行政复议。',
  },
  refusal: {
    ...onCase,
    articles: '布鲁氏菌菌株',
    acceptedDay: '2026-11-03',
    findings: [
      '申请人拟入境布鲁氏菌（Brucella melitensis）活菌株2支，用途为大量活菌培养。',
      '申请人的实验室为生物安全二级。',
    ],
    reasons: [
      '申请人不具备与所申请物品相适应的生物安全控制能力。',
      '经一次告知，仍未提交相应等级实验室的证明。',
    ],
    basis: ['《中华人民共和国行政许可法》第三十八条第二款。'],
    remedies:
      '如不服本决定，可以自知道本决定之日起六十日内，向海关总署申请行政复议；也可以依法向人民法院提起行政诉讼。',
  },
  specialStep: {
    ...onLaterCase,
    contact,
    basis: '《中华人民共和国行政许可法》第四十五条',
    acceptedDay: '2026-11-03',
    step: '专家资料审查',
    startDay: '2026-11-05',
    expectedDays: 10,
    expectedEnd: '2026-11-18',
    cause: '申请物品含有重组病毒载体，需由专家判断其传播风险。',
    dueDay: '2026-12-15',
    duties: [],
  },
  extension: {
    ...onLaterCase,
    contact,
    basis: '《中华人民共和国行政许可法》第四十二条第一款',
    acceptedDay: '2026-11-03',
    formerDueDay: '2026-12-01',
    dueDay: '2026-12-15',
    cause: '境外出证机构尚未答复核实函。',
    approver: '卫生检疫处负责人',
    approvedDay: '2026-11-27',
    extraDays: 10,
  },
  permit: {
    direction: 'entry',
    applicant,
    caseNumber: '0110-2026-000123',
    consignor: 'Example Biobank GmbH, Heidelberg',
    consignee: applicant.name,
    manufacturer: 'Example Biobank GmbH',
    countryLabel: '输出国家（地区）',
    country: '德国',
    portLabel: '入境口岸',
    port: '北京首都国际机场',
    originCountry: '英国',
    carriage: '－20 ℃；航空运输；干冰保温箱，三层包装',
    destination: '北京',
    contractNo: '***',
    useAddress: '北京市海淀区示范路38号3号楼402实验室',
    laboratory: '示范实验室（BSL-2）',
    articleClass: '血液及其制品',
    purpose: '科研',
    pathogens: [{ name: '乙型肝炎病毒', latin: 'Hepatitis B virus', class: '第三类' }],
    grade: 'B',
    usesText: '有效期内可分批核销',
    validFrom: '2026-11-03',
    validTo: '2027-05-03',
    rows: [row],
    conditions: ['按申请的用途使用，不得移作他用。', '生产、使用记录至少保存两年，备海关核查。'],
    basis: '《中华人民共和国国境卫生检疫法实施细则》第十一条',
  },
}

/** A permit of so many articles, some of them with names as long as they come. */
export function manyRows(count: number): Facts<'permit'> {
  const long = {
    name: '重组人源化抗PD-1单克隆抗体（CHO细胞表达）对照品，冻干粉，含N-乙酰葡糖胺修饰',
    foreign:
      'Recombinant humanized anti-PD-1 antibody, 2-[4-(2-hydroxyethyl)piperazin-1-yl]ethanesulfonic-acid-buffered',
    catalogueNo: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
    spec: '1 mg／支',
    quantity: '1000 支',
    use: '质量标准研究',
  }
  return {
    ...sampleFacts.permit,
    rows: Array.from({ length: count }, (_, i) => (i % 3 ? row : long)),
  }
}
