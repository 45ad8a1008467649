/** A sentence the product brings along. */
export interface HousePhrase {
  id: string
  /** Row it is for; null: any. */
  at: string | null
  text: string
}

const phrase = (n: number, at: string | null, text: string): HousePhrase => ({
  id: `00000000-0000-7000-8000-0000000f${String(n).padStart(4, '0')}`,
  at,
  text,
})

/**
 * What is said at the window again and again. The sentences are the project's own; no source gives them.
 * An officer adds others and retires his own.
 */
export const housePhrases: readonly HousePhrase[] = [
  phrase(1, null, '未出示原件，请携带原件再次交验。'),
  phrase(2, null, '复印件未加盖单位公章，请在每页加盖公章。'),
  phrase(3, null, '复印件与原件不一致，请按现行有效的原件重新复印、上传。'),
  phrase(4, null, '证照已过有效期，请更换为有效的证照。'),
  phrase(5, null, '上传的扫描件不清晰或缺页，请重新扫描上传完整文件。'),
  phrase(6, null, '证照上的单位名称与填报的不一致，请核对后更正或提供变更证明。'),
  phrase(7, 'business-licence', '营业执照的经营范围与填报的不一致，请按执照更正。'),
  phrase(8, 'business-licence', '营业执照的住所与填报的注册地址不一致，请更正。'),
  phrase(
    9,
    'laboratory-filing',
    '实验室生物安全登记证明的实验室名称或等级与填报的不一致，请更正。',
  ),
  phrase(10, 'laboratory-plan', '平面图未标明实验室位置和功能分区，请补充标注。'),
  phrase(11, 'rules-emergency', '应急处置规程未写明报告电话和报告时限，请补充。'),
  phrase(12, 'contact-letter', '介绍信未写明委托事项和有效期，请重新开具。'),
  phrase(13, 'form', '法人代表与证照不一致，请按证照更正填报信息。'),
  phrase(14, 'form', '地址填写不完整，请写至门牌号。'),
]
