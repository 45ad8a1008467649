import type { RegistrationForm } from '#rooms/registration/forms.ts'

/** How far a unit of the demonstration has come. */
export type UnitState =
  // the request for an account
  | 'filed'
  | 'request-returned'
  | 'approved'
  | 'request-refused'
  // 单位登记
  | 'filling'
  | 'booked'
  | 'overdue'
  | 'returned'
  | 'checked'
  | 'passed'
  // its change, and another contact person
  | 'change-asked'
  | 'change-filling'
  | 'change-awaiting'
  | 'change-declined'
  | 'change-passed'
  | 'contact-awaiting'

/** A unit of the demonstration; all of it is fictitious. */
export interface UnitFacts {
  code: string
  state: UnitState
  area: string
  branch: string
  nameZh: string
  nameEn: string
  classes: NonNullable<RegistrationForm['classes']>
  nature: NonNullable<RegistrationForm['nature']>
  scope: string
  sells?: NonNullable<RegistrationForm['sells']>
  approvalScope: NonNullable<RegistrationForm['approvalScope']>
  legalRep: string
  contact: string
  address: string
  laboratories: {
    name: string
    level: 'BSL-1' | 'BSL-2' | 'BSL-3'
    filingNo: string
    address: string
  }[]
  /** Days from today until its first certificate ends; years away unless told. */
  certificateEnds?: number
}

const lab = (
  name: string,
  level: 'BSL-1' | 'BSL-2' | 'BSL-3',
  filingNo: string,
  address: string,
) => ({
  name,
  level,
  filingNo,
  address,
})

const research = '承担医学研究、教学和临床检验，开展细胞、微生物和生物样本研究'
const develop = '生物技术研究和试验发展；医药研发外包服务；生物试剂的研制'
const trade = '批发医疗器械和生物制品、体外诊断试剂；货物进出口'
const make = '生产生物制品和诊断试剂；销售自产产品；货物进出口'

/** Twenty units, in every state that an officer or an applicant can meet. */
export const unitFacts: readonly UnitFacts[] = [
  {
    code: 'jinghua',
    state: 'passed',
    area: '110108',
    branch: 'zhongguancun',
    nameZh: '京华大学医学部',
    nameEn: 'Jinghua University Health Science Center',
    classes: ['user'],
    nature: 'institution',
    scope: research,
    approvalScope: ['microorganism', 'human-tissue', 'blood', 'biological-product'],
    legalRep: '韦明远',
    contact: '林知远',
    address: '北京市海淀区知新路 1 号',
    laboratories: [
      lab('免疫学实验室', 'BSL-2', '京海备 2025-0101', '医学楼 B203'),
      lab('微生物学实验室', 'BSL-2', '京海备 2025-0102', '医学楼 B315'),
    ],
    certificateEnds: 24,
  },
  {
    code: 'beichen',
    state: 'passed',
    area: 'bda',
    branch: 'bda',
    nameZh: '北辰生物技术（北京）有限公司',
    nameEn: 'Beichen Biotechnology (Beijing) Co., Ltd.',
    classes: ['producer', 'user'],
    nature: 'enterprise',
    scope: make,
    approvalScope: ['biological-product', 'blood'],
    legalRep: '祁望舒',
    contact: '苏苒',
    address: '北京经济技术开发区荣景路 18 号',
    laboratories: [lab('质量检定实验室', 'BSL-2', '京经备 2025-0037', '荣景路 18 号 3 号楼')],
  },
  {
    code: 'hetu',
    state: 'passed',
    area: '110114',
    branch: 'zhongguancun',
    nameZh: '河图细胞工程（北京）有限公司',
    nameEn: 'Hetu Cell Engineering (Beijing) Co., Ltd.',
    classes: ['user'],
    nature: 'enterprise',
    scope: develop,
    approvalScope: ['human-tissue', 'biological-product'],
    legalRep: '严松亭',
    contact: '冯晚晴',
    address: '北京市昌平区星河路 6 号',
    laboratories: [lab('细胞培养实验室', 'BSL-2', '京昌备 2025-0210', '星河路 6 号 2 层')],
    certificateEnds: -6,
  },
  {
    code: 'qinghe',
    state: 'change-asked',
    area: '110108',
    branch: 'zhongguancun',
    nameZh: '清禾医学检验实验室有限公司',
    nameEn: 'Qinghe Medical Laboratory Co., Ltd.',
    classes: ['user'],
    nature: 'enterprise',
    scope: '医学检验服务；临床检验试剂的评价',
    approvalScope: ['blood', 'human-tissue'],
    legalRep: '陶以安',
    contact: '钟若水',
    address: '北京市海淀区清河中街 30 号',
    laboratories: [lab('临床检验实验室', 'BSL-2', '京海备 2024-0318', '清河中街 30 号 1 层')],
  },
  {
    code: 'yunshan',
    state: 'change-filling',
    area: '110105',
    branch: 'capital-airport',
    nameZh: '云山诊断试剂有限公司',
    nameEn: 'Yunshan Diagnostics Co., Ltd.',
    classes: ['seller'],
    nature: 'enterprise',
    scope: trade,
    sells: ['ivd'],
    approvalScope: ['biological-product'],
    legalRep: '叶成蹊',
    contact: '谢南乔',
    address: '北京市朝阳区云杉路 8 号',
    laboratories: [],
  },
  {
    code: 'changfeng',
    state: 'change-awaiting',
    area: '110115',
    branch: 'daxing-airport',
    nameZh: '长枫疫苗研究院',
    nameEn: 'Changfeng Vaccine Institute',
    classes: ['user', 'producer'],
    nature: 'institution',
    scope: '疫苗和生物制品的研究、中试生产',
    approvalScope: ['microorganism', 'biological-product'],
    legalRep: '季怀远',
    contact: '白予安',
    address: '北京市大兴区枫桥路 12 号',
    laboratories: [lab('病毒学实验室', 'BSL-2', '京兴备 2025-0046', '枫桥路 12 号 5 号楼')],
  },
  {
    code: 'danqiu',
    state: 'change-declined',
    area: '110102',
    branch: 'zhongguancun',
    nameZh: '丹秋医院',
    nameEn: 'Danqiu Hospital',
    classes: ['user'],
    nature: 'institution',
    scope: '医疗、教学、科研和预防保健服务',
    approvalScope: ['blood', 'human-tissue'],
    legalRep: '贺兰舟',
    contact: '万书仪',
    address: '北京市西城区丹秋胡同 2 号',
    laboratories: [lab('检验科', 'BSL-2', '京西备 2024-0077', '门诊楼 4 层')],
  },
  {
    code: 'zhilan',
    state: 'change-passed',
    area: '110106',
    branch: 'daxing-airport',
    nameZh: '芷兰蛋白科技（北京）有限公司',
    nameEn: 'Zhilan Protein Science (Beijing) Co., Ltd.',
    classes: ['producer', 'seller'],
    nature: 'enterprise',
    scope: make,
    sells: ['other'],
    approvalScope: ['biological-product'],
    legalRep: '莫听雨',
    contact: '尹嘉禾',
    address: '北京市丰台区芷兰街 15 号',
    laboratories: [lab('蛋白纯化实验室', 'BSL-1', '京丰备 2025-0011', '芷兰街 15 号 B 座')],
  },
  {
    code: 'songyue',
    state: 'contact-awaiting',
    area: '110108',
    branch: 'zhongguancun',
    nameZh: '松月生命科学研究所',
    nameEn: 'Songyue Institute of Life Sciences',
    classes: ['user'],
    nature: 'institution',
    scope: research,
    approvalScope: ['microorganism', 'human-tissue'],
    legalRep: '邢若谷',
    contact: '鲁知秋',
    address: '北京市海淀区松月路 9 号',
    laboratories: [lab('真菌学实验室', 'BSL-2', '京海备 2025-0150', '松月路 9 号 3 层')],
  },
  {
    code: 'minghe',
    state: 'checked',
    area: '110108',
    branch: 'zhongguancun',
    nameZh: '鸣鹤基因（北京）有限公司',
    nameEn: 'Minghe Genomics (Beijing) Co., Ltd.',
    classes: ['user'],
    nature: 'enterprise',
    scope: develop,
    approvalScope: ['human-tissue', 'blood'],
    legalRep: '温景行',
    contact: '祝云起',
    address: '北京市海淀区鸣鹤大厦 6 层',
    laboratories: [lab('测序实验室', 'BSL-2', '京海备 2026-0019', '鸣鹤大厦 6 层')],
  },
  {
    code: 'lushui',
    state: 'booked',
    area: '110107',
    branch: 'zhongguancun',
    nameZh: '漉水试剂贸易有限公司',
    nameEn: 'Lushui Reagents Trading Co., Ltd.',
    classes: ['seller'],
    nature: 'enterprise',
    scope: trade,
    sells: ['ivd', 'drug'],
    approvalScope: ['biological-product'],
    legalRep: '秦牧川',
    contact: '董一帆',
    address: '北京市石景山区漉水街 21 号',
    laboratories: [],
  },
  {
    code: 'yuanye',
    state: 'overdue',
    area: '110108',
    branch: 'zhongguancun',
    nameZh: '原野微生物资源中心',
    nameEn: 'Yuanye Microbial Resource Center',
    classes: ['user'],
    nature: 'institution',
    scope: '微生物资源的收集、保藏和研究',
    approvalScope: ['microorganism'],
    legalRep: '范希文',
    contact: '汤若云',
    address: '北京市海淀区原野路 3 号',
    laboratories: [lab('菌种保藏实验室', 'BSL-2', '京海备 2025-0233', '原野路 3 号')],
  },
  {
    code: 'jinwei',
    state: 'returned',
    area: 'bda',
    branch: 'bda',
    nameZh: '锦微生物制药股份有限公司',
    nameEn: 'Jinwei Biopharmaceutical Co., Ltd.',
    classes: ['producer'],
    nature: 'enterprise',
    scope: make,
    approvalScope: ['biological-product', 'microorganism'],
    legalRep: '康以宁',
    contact: '贾云舒',
    address: '北京经济技术开发区锦绣街 5 号',
    laboratories: [lab('微生物检定室', 'BSL-2', '京经备 2026-0005', '锦绣街 5 号 2 号楼')],
  },
  {
    code: 'anning',
    state: 'filling',
    area: '110108',
    branch: 'zhongguancun',
    nameZh: '安宁转化医学研究院',
    nameEn: 'Anning Institute of Translational Medicine',
    classes: ['user'],
    nature: 'institution',
    scope: research,
    approvalScope: ['human-tissue', 'blood'],
    legalRep: '宋清扬',
    contact: '许知意',
    address: '北京市海淀区安宁路 40 号',
    laboratories: [lab('样本处理实验室', 'BSL-2', '京海备 2026-0031', '安宁路 40 号 1 层')],
  },
  {
    code: 'haoyu',
    state: 'approved',
    area: '110114',
    branch: 'zhongguancun',
    nameZh: '皓宇抗体药物有限公司',
    nameEn: 'Haoyu Antibody Drugs Co., Ltd.',
    classes: ['producer'],
    nature: 'enterprise',
    scope: make,
    approvalScope: ['biological-product'],
    legalRep: '唐以默',
    contact: '毕书韵',
    address: '北京市昌平区皓宇路 1 号',
    laboratories: [],
  },
  {
    code: 'xingtan',
    state: 'filed',
    area: '110108',
    branch: 'zhongguancun',
    nameZh: '杏坛大学附属医院',
    nameEn: 'Affiliated Hospital of Xingtan University',
    classes: ['user'],
    nature: 'institution',
    scope: '医疗、教学、科研',
    approvalScope: ['blood'],
    legalRep: '丁毓秀',
    contact: '苗青时',
    address: '北京市海淀区杏坛路 18 号',
    laboratories: [],
  },
  {
    code: 'wutong',
    state: 'filed',
    area: '110113',
    branch: 'capital-airport',
    nameZh: '梧桐医药研发外包有限公司',
    nameEn: 'Wutong Contract Research Co., Ltd.',
    classes: ['user'],
    nature: 'enterprise',
    scope: develop,
    approvalScope: ['human-tissue'],
    legalRep: '崔远舟',
    contact: '庄静言',
    address: '北京市顺义区梧桐街 7 号',
    laboratories: [],
  },
  {
    code: 'liuyun',
    state: 'request-returned',
    area: '110105',
    branch: 'capital-airport',
    nameZh: '流云国际货运代理有限公司',
    nameEn: 'Liuyun Freight Forwarding Co., Ltd.',
    classes: ['seller'],
    nature: 'enterprise',
    scope: '国际货运代理；货物进出口',
    sells: ['other'],
    approvalScope: ['biological-product'],
    legalRep: '纪行舟',
    contact: '霍清嘉',
    address: '北京市朝阳区流云路 11 号',
    laboratories: [],
  },
  {
    code: 'bohai',
    state: 'request-refused',
    area: '110112',
    branch: 'bda',
    nameZh: '渤晖商贸有限公司',
    nameEn: 'Bohui Trading Co., Ltd.',
    classes: ['seller'],
    nature: 'enterprise',
    scope: '日用百货批发、零售',
    sells: ['other'],
    approvalScope: ['biological-product'],
    legalRep: '石闻道',
    contact: '单嘉木',
    address: '北京市通州区渤晖街 2 号',
    laboratories: [],
  },
]

/** 单位登记 of a unit as it would be typed. In: the number that keeps phones apart. */
export function profileOf(unit: UnitFacts, mobile: string): RegistrationForm {
  const seller = unit.classes.includes('seller')
  return {
    classes: unit.classes,
    nameZh: unit.nameZh,
    nameEn: unit.nameEn,
    nature: unit.nature,
    ...(unit.classes.includes('user')
      ? { bodyCertificate: unit.nature === 'institution' ? 'institution' : 'business' }
      : {}),
    legalRep: unit.legalRep,
    head: unit.legalRep,
    scope: unit.scope,
    ...(seller ? { scopeWords: '生物制品', sells: unit.sells ?? ['other'] } : {}),
    approvalScope: unit.approvalScope,
    contact: unit.contact,
    mobile,
    email: `${unit.code}@example.cn`,
    postcode: '100000',
    registeredAddress: unit.address,
    businessAddress: unit.address,
    storageAddress: unit.address,
    ...(unit.classes.includes('producer') ? { productionAddress: unit.address } : {}),
    laboratories: unit.laboratories,
    intro: `${unit.nameZh}，${unit.scope}。本单位为演示用的虚构单位。`,
    notApplicable: ['approvalSiteNo', 'landline', 'fax'],
  }
}
