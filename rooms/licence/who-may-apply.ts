import { articleKind } from '#frame/catalogue/article-classes.ts'
import { ruleSetOf } from '#frame/catalogue/rule-sets.ts'
import { reason, type Reason } from '#frame/kernel/reason.ts'
import { kindHas, mayBeRegulated, ofHumanSource, purposeHas } from './asked-when.ts'
import type { Applicant, LicenceFacts } from './facts.ts'
import type { CaseForm } from './forms.ts'
import { choiceWords } from './labels.ts'

/** Whether two names of units are the same, however spaces and brackets are typed. */
// S2-151, S2-152 a person stands there with the unit: 张三（某单位）
const sameUnit = (a: string | undefined, b: string) => plain(a ?? '').includes(plain(b))
const plain = (name: string) => name.normalize('NFKC').replaceAll(/\s/g, '')

const inBeijing = (place: string) => /北京|beijing/i.test(place)

/** S2-058 who only carries the papers of others is no applicant (C-38). */
function noMereAgent({ standing }: CaseForm): Reason[] {
  if (standing !== 'agent') return []
  return [
    reason(
      'S2-058',
      'mere-agent',
      '单纯的进出口代理不能作为申请人。请由收货、使用、生产或者拥有物品的单位用自己的账号申请，您可以凭委托书代办手续。',
      'standing',
    ),
  ]
}

/** S2-056 the unit that receives and uses, or hands on without selling (C-39), applies itself: the consignee. */
function receivingUser(form: CaseForm, unit: Applicant): Reason[] {
  const receives = form.standing === 'receives-to-use' || form.standing === 'receives-for-other'
  if (!receives || form.direction !== 'entry') return []
  return [
    ...(form.unitClass === 'seller'
      ? [
          reason(
            'S2-056',
            'user-class',
            '收货而不销售的，应当以使用者或者生产企业的身份申请。请改选单位类别；尚未登记该类别的，先办理登记变更。',
            'unitClass',
          ),
        ]
      : []),
    ...isConsignee(form, unit, 'S2-056'),
  ]
}

/** S2-057 a sales company that receives for others to use applies itself: it is the consignee. */
function receivingSeller(form: CaseForm, unit: Applicant): Reason[] {
  if (form.standing !== 'receives-to-sell' || form.direction !== 'entry') return []
  return [
    ...(form.unitClass !== undefined && form.unitClass !== 'seller'
      ? [
          reason(
            'S2-057',
            'seller-class',
            '收货后销售给使用单位的，应当以销售单位的身份申请。请改选单位类别；尚未登记为销售单位的，先办理登记变更。',
            'unitClass',
          ),
        ]
      : []),
    ...isConsignee(form, unit, 'S2-057'),
  ]
}

function isConsignee(form: CaseForm, unit: Applicant, duty: string): Reason[] {
  if (!form.consignee || sameUnit(form.consignee, unit.nameZh)) return []
  return [
    reason(
      duty,
      'not-consignee',
      `入境申请由收货单位提出，收货人应为“${unit.nameZh}”，现填“${form.consignee}”。请改正收货人，或者由实际收货单位申请。`,
      'consignee',
    ),
  ]
}

/** S2-059 what is no merchandise is not applied for in the name of a sales unit (C-43: all four). */
function noSellerForSamples(form: CaseForm): Reason[] {
  const named =
    ofHumanSource(form) || form.articleClass === 'microorganism' || kindHas(form, 'toxin')
  if (form.trade !== 'non-commercial' || form.unitClass !== 'seller' || !named) return []
  return [
    reason(
      'S2-059',
      'seller-and-samples',
      '非商品的人体组织、血液及其制品、微生物、毒素等，不能以销售单位的名义申请。请由使用单位申请；确为商品的，改选“商品”。',
      'unitClass',
    ),
  ]
}

/** S2-061 a maker or researcher sends its own article and applies itself: it is the consignor. */
function sendingMaker(form: CaseForm, unit: Applicant): Reason[] {
  if (form.standing !== 'sends-own-make' || form.direction !== 'exit') return []
  if (!form.consignor || sameUnit(form.consignor, unit.nameZh)) return []
  return [
    reason(
      'S2-061',
      'not-consignor',
      `出境由生产、加工或者科研单位申请的，发货人应为“${unit.nameZh}”，现填“${form.consignor}”。请改正发货人，或者由实际发货单位申请。`,
      'consignor',
    ),
  ]
}

/** S2-062 where a sales unit owns the goods, it or the maker applies. */
function sendingSeller(form: CaseForm): Reason[] {
  if (form.standing !== 'sends-to-sell' || form.direction !== 'exit') return []
  if (form.unitClass === undefined || form.unitClass !== 'user') return []
  return [
    reason(
      'S2-062',
      'owner-class',
      '货主为销售单位的，由销售单位或者生产、加工、科研单位申请。请以销售单位或者生产企业的身份申请。',
      'unitClass',
    ),
  ]
}

/** S2-063 what contains pathogens is sold abroad by its maker or researcher only. */
function noSellerForPathogens(form: CaseForm): Reason[] {
  const sold = form.trade === 'commercial' || purposeHas(form, 'sale')
  if (
    !sold ||
    form.direction !== 'exit' ||
    form.pathogenState !== 'contained' ||
    form.unitClass !== 'seller'
  )
    return []
  return [
    reason(
      'S2-063',
      'seller-and-pathogens',
      '销售含有或者可能含有病原微生物的物品，申请人必须是生产、加工或者科研单位。请由该单位申请。',
      'unitClass',
    ),
  ]
}

/** A way of standing to the article that belongs to the other direction. */
function standingFits({ standing, direction }: CaseForm): Reason[] {
  if (!standing || !direction || standing === 'agent') return []
  if (standing.startsWith('receives') === (direction === 'entry')) return []
  const words = `“${choiceWords('standing', standing).zh}”只用于${direction === 'entry' ? '出境' : '入境'}申请，请重新选择。`
  return [
    reason(direction === 'entry' ? 'S2-056' : 'S2-061', 'standing-direction', words, 'standing'),
  ]
}

/** C-41 only a class the unit is registered for. */
function classRegistered({ unitClass }: CaseForm, unit: Applicant): Reason[] {
  if (!unitClass || unit.classes.includes(unitClass)) return []
  return [
    reason(
      'S2-026',
      'class-not-registered',
      `本单位没有登记为${choiceWords('unitClass', unitClass).zh}，不能以这一身份申请。请改选已登记的类别，或者先办理登记变更。`,
      'unitClass',
    ),
  ]
}

/** S2-055 entry is approved where the article first arrives. */
function firstDestination({ direction, destination }: CaseForm): Reason[] {
  if (direction !== 'entry' || !destination || inBeijing(destination)) return []
  return [
    reason(
      'S2-055',
      'other-destination',
      `目的地指入境后的第一到达地。“${destination}”不在北京，应当向第一到达地的直属海关申请；第一到达地确在北京的，请改正目的地。`,
      'destination',
    ),
  ]
}

/** S2-060 exit is approved where the maker, seller or researcher is. */
function placeOfExit({ direction, useAddress }: CaseForm): Reason[] {
  if (direction !== 'exit' || !useAddress || inBeijing(useAddress)) return []
  return [
    reason(
      'S2-060',
      'other-place',
      `出境所在地指生产、加工、销售或者科研单位所在地。“${useAddress}”不在北京，应当向所在地的直属海关申请；确在北京的，请写明“北京市”。`,
      'useAddress',
    ),
  ]
}

/** A kind of another class than the one chosen. */
function kindInClass({ articleClass, articleKind: code }: CaseForm): Reason[] {
  if (!code || !articleClass || articleKind(code)?.class === articleClass) return []
  return [
    reason(
      'S2-013',
      'kind-of-class',
      '物品种类不属于所选的物品类别，请重新选择种类。',
      'articleKind',
    ),
  ]
}

/** C-34 what the rule set no longer calls a special article needs no approval. */
export function stillSpecial(form: CaseForm, ruleSet: string): Reason[] {
  const rules = ruleSetOf(ruleSet)
  const outside = rules.excludedTraits.some((trait) => kindHas(form, trait))
  if (!outside && !(mayBeRegulated(form, ruleSet) && form.regulated === 'yes')) return []
  return [
    reason(
      'S2-034',
      'no-special-article',
      `按现行规则（${rules.title.zh}），该物品不作为特殊物品管理，不需要办理本项审批。请按其所属的管理规定办理；填写有误的，请改正。`,
      outside ? 'articleKind' : 'regulated',
    ),
  ]
}

/** Everything by which this unit may not apply in this way, all at once. */
export function unitMayNotApply(facts: Pick<LicenceFacts, 'form' | 'unit' | 'ruleSet'>): Reason[] {
  const { form, unit, ruleSet } = facts
  const always = [...kindInClass(form), ...stillSpecial(form, ruleSet), ...firstDestination(form)]
  if (unit.kind === 'person') return always
  return [
    ...always,
    ...noMereAgent(form),
    ...standingFits(form),
    ...classRegistered(form, unit),
    ...receivingUser(form, unit),
    ...receivingSeller(form, unit),
    ...noSellerForSamples(form),
    ...sendingMaker(form, unit),
    ...sendingSeller(form),
    ...noSellerForPathogens(form),
    ...placeOfExit(form),
  ]
}
