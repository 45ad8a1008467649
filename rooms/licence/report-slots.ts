import { hasPathogens, kindHas, ofHumanSource, purposeHas, type CaseAsk } from './asked-when.ts'
import { may, must, scans, type CaseSlot } from './slot.ts'

const transplant = ({ form }: CaseAsk) => ofHumanSource(form) && purposeHas(form, 'transplant')
/** S2-180 serum is the one animal ingredient that needs no certificate of origin. */
const animalMedium = ({ form }: CaseAsk) =>
  form.direction === 'entry' && kindHas(form, 'medium') && form.medium === 'animal'
const plainMedium = ({ form }: CaseAsk) => kindHas(form, 'medium') && form.medium === 'no-animal'
const always = () => true

/** What describes the article, proves its safety and the laboratory's level (附件2 三(二)–(五)). */
export const reportSlots: readonly CaseSlot[] = [
  {
    // S2-170 a Word document that every application brings
    code: 'description',
    duty: 'S2-170',
    title: { zh: '特殊物品描述性文件', en: 'Descriptive file' },
    kinds: ['docx', 'doc'],
    asked: must(
      always,
      '所有申请均需上传，用 Word 提供。',
      'Every application brings it, as a Word file.',
    ),
  },
  {
    // S2-179 for transplant: the donor's health
    code: 'donor-health',
    duty: 'S2-179',
    title: { zh: '供体健康证明', en: 'Health certificate of the donor' },
    kinds: scans,
    asked: must(
      transplant,
      '用于移植的人体组织、细胞、器官、骨髓等，应当提供医疗机构出具的供体健康证明。',
      'Human tissue for transplant.',
    ),
  },
  {
    // S2-180 media with ingredients of animals: the exporting country's certificate
    code: 'official-certificate',
    duty: 'S2-180',
    title: { zh: '输出国官方证书（正本）', en: 'Official certificate of the exporting country' },
    kinds: scans,
    asked: must(
      animalMedium,
      '进口含动物源性成分（血清除外）的培养基，应当提供输出国官方证书正本，证明不含反刍动物成分或者来自非疯牛病疫区。',
      'Imported media with ingredients of animals, serum excepted.',
    ),
  },
  {
    // S2-181 the certificate in Chinese
    code: 'certificate-translation',
    duty: 'S2-181',
    title: { zh: '官方证书中文译本', en: 'Chinese translation of the certificate' },
    kinds: scans,
    asked: must(
      animalMedium,
      '输出国官方证书应当附中文译本。',
      'Goes with the official certificate.',
    ),
  },
  {
    // S2-181 one list of the products
    code: 'product-list',
    duty: 'S2-181',
    title: { zh: '产品清单', en: 'List of products' },
    kinds: scans,
    asked: must(
      animalMedium,
      '输出国官方证书应当附一份产品清单。',
      'Goes with the official certificate.',
    ),
  },
  {
    // S2-182 media without: what the maker says of the product
    code: 'product-description',
    duty: 'S2-182',
    title: { zh: '生产厂家产品说明', en: 'Product description of the manufacturer' },
    kinds: scans,
    asked: must(
      plainMedium,
      '不含动物源性成分的培养基，应当提供生产厂家的产品说明。',
      'Media without ingredients of animals.',
    ),
  },
  {
    // S2-183 a report where the nature of the article needs one: what comes of a human body
    code: 'test-report',
    duty: 'S2-183',
    title: { zh: '检测报告', en: 'Test report' },
    kinds: scans,
    asked: (ask) =>
      must(
        transplant,
        '用于移植的人体组织、细胞、器官、骨髓等，应当提供医疗机构出具的检测报告。',
        'Human tissue for transplant.',
      )(ask) ??
      must(
        ({ form }) => ofHumanSource(form),
        '人体来源的物品，需提供检测报告以判明传染性风险。',
        'Articles of human origin need a report.',
      )(ask) ??
      may(
        always,
        '其他需要提供检测报告或产品说明书的，在此上传。',
        'Where a report is useful.',
      )(ask),
  },
  {
    // S2-184 pathogens contained or possible: proof of the laboratory's level
    code: 'lab-level',
    duty: 'S2-184',
    title: { zh: '国内使用单位实验室生物安全等级说明', en: 'Proof of laboratory biosafety level' },
    kinds: scans,
    asked: must(
      hasPathogens,
      '含有或者可能含有病原微生物，应当提供相应生物安全防控水平的证明。',
      'Pathogens are or may be contained.',
    ),
  },
  {
    // S2-185 a laboratory of level 3 or above is accredited by the national body
    code: 'accreditation',
    duty: 'S2-185',
    title: { zh: '实验室国家认可证书', en: 'Certificate of accreditation' },
    kinds: scans,
    asked: must(
      (ask) => hasPathogens(ask) && ask.accredited,
      '三级及以上生物安全实验室须经国家认可机构认可，应当提供证书。',
      'A laboratory of level 3 or above.',
    ),
  },
  {
    // S2-186 a letter of guarantee, where it is needed
    code: 'guarantee',
    duty: 'S2-186',
    title: { zh: '保函', en: 'Letter of guarantee' },
    kinds: scans,
    asked: (ask) =>
      must(
        plainMedium,
        '不含动物源性成分的培养基，申请单位应当出具保函。',
        'Media without ingredients of animals.',
      )(ask) ??
      may(
        always,
        '必要时提供，写明产品的生物风险、单位的风险控制能力、信息真实。',
        'Where needed: risk, control, truth.',
      )(ask),
  },
  {
    // S2-187 research: what it is done for
    code: 'research-basis',
    duty: 'S2-187',
    title: { zh: '科研项目立项书或者合作协议', en: 'Project approval or cooperation agreement' },
    kinds: scans,
    asked: must(
      ({ form }) => purposeHas(form, 'research'),
      '用于科学研究的，应当提供立项批准文件原件，或者与国内外机构的合作协议，任选其一。',
      'For research: either of the two.',
    ),
  },
  {
    // S2-188 pathogens: their biology in two languages
    code: 'biology',
    duty: 'S2-188',
    title: {
      zh: '生物学特性说明（中英文对照）',
      en: 'Biological characteristics, Chinese and English',
    },
    kinds: [...scans, 'docx', 'doc'],
    asked: must(
      hasPathogens,
      '含有或者可能含有病原微生物，应当提供中英文对照的生物学特性说明。',
      'Pathogens are or may be contained.',
    ),
  },
  ...['', '-2', '-3'].map((n, i): CaseSlot => ({
    // S2-162 S2-189 what has no place of its own, and a second file of a kind, each in a place of its own
    code: `other${n}`,
    duty: i === 0 ? 'S2-189' : 'S2-162',
    title: {
      zh: `其他材料（${'一二三'[i]}）`,
      en: `Other document ${i + 1}`,
    },
    kinds: scans,
    asked: may(
      always,
      '没有对应位置的材料，以及同类材料的第二份，放在空着的位置，每个位置一份。',
      'What has no place of its own; one file in each place.',
    ),
  })),
]
