import {
  hasPathogens,
  isPerson,
  isUnit,
  kindHas,
  mayBeGenetic,
  medicalProduct,
  namedHumanPart,
  type CaseAsk,
} from './asked-when.ts'
import { may, must, scans, type CaseSlot } from './slot.ts'

const entering = ({ form }: CaseAsk) => form.direction === 'entry'
const leaving = ({ form }: CaseAsk) => form.direction === 'exit'

/** S2-011 approvals of other departments that the law wants, and certificates of the trade (附件2 三(一)). */
export const approvalSlots: readonly CaseSlot[] = [
  {
    // S2-163 entry of human blood, plasma, tissue, organ, cell, marrow
    code: 'approval-health',
    duty: 'S2-163',
    title: { zh: '卫生健康主管部门批准文件', en: 'Approval of the health authority' },
    kinds: scans,
    asked: must(
      (ask) => isUnit(ask) && entering(ask) && namedHumanPart(ask.form),
      '入境人体血液、血浆、组织、器官、细胞、骨髓等，应当取得卫生健康主管部门的批准。',
      'Entry of human blood, plasma, tissue, organs, cells or marrow.',
    ),
  },
  {
    // S2-164 exit of human genetic resources
    code: 'approval-genetic',
    duty: 'S2-164',
    title: { zh: '人类遗传资源管理部门批准文件', en: 'Approval for human genetic resources' },
    kinds: scans,
    asked: must(
      (ask) => mayBeGenetic(ask) && ask.form.humanGenetic === 'yes',
      '出境物品涉及人类遗传资源，应当取得主管部门的批准。',
      'The article leaving the country involves human genetic resources.',
    ),
  },
  {
    // S2-166 entry of products for prevention, diagnosis, treatment
    code: 'product-registration',
    duty: 'S2-166',
    title: {
      zh: '进口药品注册证书或者医疗器械注册证',
      en: 'Registration certificate of drug or device',
    },
    kinds: scans,
    asked: must(
      (ask) => isUnit(ask) && entering(ask) && medicalProduct(ask.form),
      '入境用于预防、诊断、治疗人类疾病的生物制品、人体血液制品，应当提供注册证书。',
      'Biological or blood products for prevention, diagnosis or treatment enter.',
    ),
  },
  {
    // S2-167 exit of the same: the licence of the maker
    code: 'production-licence',
    duty: 'S2-167',
    title: {
      zh: '药品监督管理部门的生产许可文件',
      en: 'Production licence of the drug authority',
    },
    kinds: scans,
    asked: must(
      (ask) => leaving(ask) && medicalProduct(ask.form),
      '出境用于预防、诊断、治疗人类疾病的生物制品、人体血液制品，应当提供生产许可文件。',
      'Biological or blood products for prevention, diagnosis or treatment leave.',
    ),
  },
  {
    // S2-167 exit of the same: the certificate of export sale
    code: 'export-certificate',
    duty: 'S2-167',
    title: { zh: '出口销售证明及相关证明', en: 'Export sales certificate' },
    kinds: scans,
    asked: must(
      (ask) => leaving(ask) && medicalProduct(ask.form),
      '出境用于预防、诊断、治疗人类疾病的生物制品、人体血液制品，应当提供出口销售证明。',
      'Biological or blood products for prevention, diagnosis or treatment leave.',
    ),
  },
  {
    // S2-168 highly pathogenic strains or samples, both ways
    code: 'approval-pathogen',
    duty: 'S2-168',
    title: {
      zh: '省级以上卫生健康主管部门批准文件',
      en: 'Approval of a provincial or higher health authority',
    },
    kinds: scans,
    asked: must(
      (ask) => hasPathogens(ask) && ask.highlyPathogenic,
      '物品含高致病性病原微生物（第一、二类）菌（毒）种或者样本，应当取得省级以上人民政府卫生健康主管部门的批准。',
      'The article contains pathogens of class 1 or 2.',
    ),
  },
  {
    // S2-169 import of environmental microbial agents
    code: 'environment-notice',
    duty: 'S2-169',
    title: {
      zh: '环保用微生物菌剂样品入境通知单或者环境安全证明',
      en: 'Entry notice or proof of safety for environmental agents',
    },
    kinds: scans,
    asked: must(
      (ask) => entering(ask) && kindHas(ask.form, 'environmental-agent'),
      '进口环保用微生物菌剂，应当提供入境通知单或者环境安全证明。',
      'Environmental microbial agents enter.',
    ),
  },
  {
    // S2-127 what the doctor or the leaflet says decides the quantity
    code: 'prescription',
    duty: 'S2-127',
    title: { zh: '医生处方、说明书等', en: 'Prescription or leaflet' },
    kinds: scans,
    asked: must(
      isPerson,
      '自然人携带、邮寄自用的，数量以处方、说明书等载明的为限。',
      'The quantity for own use follows the prescription or leaflet.',
    ),
  },
  {
    // C-38 somebody else may carry the papers, with a mandate
    code: 'mandate',
    duty: 'S2-058',
    title: { zh: '代理委托书', en: 'Mandate of an agent' },
    kinds: scans,
    asked: may(
      isUnit,
      '委托他人代办报检等手续的，在此上传委托书；申请人仍是本单位。',
      'Where somebody acts for the applicant.',
    ),
  },
  {
    // C-39, S2-056 the unit that will use what this unit receives agrees to it
    code: 'user-agreement',
    duty: 'S2-056',
    title: { zh: '最终使用单位的书面同意', en: 'Agreement of the final user' },
    kinds: scans,
    asked: must(
      ({ form }) => form.standing === 'receives-for-other',
      '收货后交由其他单位使用的，应当提供使用单位的书面同意。',
      'Another unit will use what this unit receives.',
    ),
  },
]
