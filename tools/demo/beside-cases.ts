import { entry, line, northfield, beichen, type DemoCase } from './cases.ts'

/** Cases that left the ordinary way: sent back, extended, turned away, not corrected in time. */
export const besideCases: readonly DemoCase[] = [
  {
    unit: 'jinghua',
    createdAgo: 9,
    form: entry({ ...northfield, articleClass: 'biological-product', articleKind: 'cytokine' }),
    lines: [
      line(
        '重组人干扰素α',
        'Recombinant human interferon alpha',
        25,
        '支',
        '0.1 mg/支，冻干粉',
        '重组人干扰素α（大肠杆菌表达），甘露醇',
        '抗病毒活性测定方法研究',
        'NB-IFA-01',
      ),
    ],
    documents: true,
    steps: [
      { act: 'submit', ago: 9 },
      { act: 'accept', ago: 8 },
      {
        act: 'return-to-window',
        ago: 1,
        why: '描述性文件没有写明表达体系的来源，请受理环节核对是否齐全',
      },
    ],
  },
  {
    unit: 'jinghua',
    createdAgo: 19,
    form: entry({ ...northfield, articleClass: 'biological-product', articleKind: 'nucleic-acid' }),
    lines: [
      line(
        '慢病毒载体参考品',
        'Lentiviral vector reference material',
        8,
        '支',
        '0.2 ml/支',
        '复制缺陷型慢病毒载体颗粒',
        '载体滴度测定方法研究',
        'NB-LV-R',
      ),
    ],
    documents: true,
    steps: [
      { act: 'submit', ago: 19 },
      { act: 'accept', ago: 18 },
      { act: 'extend', ago: 2, reason: '境外生产机构尚未答复复制缺陷性检测的核实函' },
    ],
  },
  {
    unit: 'beichen',
    createdAgo: 5,
    form: entry({
      ...northfield,
      ...beichen,
      articleClass: 'biological-product',
      articleKind: 'diagnostic-reagent',
      purpose: 'testing',
    }),
    lines: [
      line(
        '猪瘟病毒抗体检测用阳性对照',
        'Positive control for classical swine fever antibody testing',
        4,
        '支',
        '1 ml/支',
        '灭活猪血清',
        '兽用诊断试剂质量控制',
        'RB-CSF-P',
      ),
    ],
    documents: true,
    steps: [
      { act: 'submit', ago: 5 },
      {
        act: 'not-in-scope',
        ago: 4,
        kind: 'elsewhere',
        reason: '申请物品为兽用诊断试剂的对照血清，按兽药管理，不属于特殊物品审批范围。',
        instead: '请向农业农村主管部门申请兽药进口许可。',
      },
    ],
  },
  {
    unit: 'jinghua',
    createdAgo: 24,
    form: entry({ ...northfield, articleClass: 'biological-product', articleKind: 'antibody' }),
    lines: [
      line(
        '鼠抗人 CD19 单克隆抗体',
        'Mouse anti-human CD19 monoclonal antibody',
        15,
        '支',
        '0.5 mg/支',
        '小鼠 IgG1 单克隆抗体，0.09% 叠氮钠',
        '流式细胞检测方法研究',
        'NB-CD19-05',
      ),
    ],
    documents: true,
    steps: [
      { act: 'submit', ago: 24 },
      {
        act: 'correct',
        ago: 22,
        items: [{ at: 'consignor', what: '发货人与合同不一致，请核对后填写' }],
      },
      { act: 'lapse', ago: 9 },
    ],
  },
]
