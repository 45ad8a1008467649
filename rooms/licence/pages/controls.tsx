import { Select } from 'antd'
import { articleClasses } from '#frame/catalogue/article-classes.ts'
import { countriesDoor } from '#frame/catalogue/doors.ts'
import { PortSelect } from '#frame/catalogue/pages/port-select.tsx'
import { useLanguage, useWords } from '#shell/language.tsx'
import type { Control, ControlProps } from '#shell/parts/form-field.ts'
import { useRead } from '#shell/query.ts'
import type { CaseForm } from '../forms.ts'
import type { CaseView } from '../views.ts'
import { controlWords } from './control-words.ts'
import { DescribedPoints } from './described-points.tsx'
import { PathogenPicker } from './pathogen-picker.tsx'

/** Controls of this form's own kinds of field. */
export function caseControls(view: CaseView, form: CaseForm): Readonly<Record<string, Control>> {
  return {
    country: (props) => <CountrySelect {...props} />,
    port: (props) => <PortSelect {...props} />,
    laboratory: (props) => <LaboratorySelect {...props} laboratories={view.unit.laboratories} />,
    pathogens: (props) => <PathogenPicker {...props} known={view.pathogens} />,
    'article-kind': (props) => <KindSelect {...props} form={form} />,
    described: (props) => <DescribedPoints {...props} ask={{ ...view.ask, form }} />,
  }
}

const wired = (props: ControlProps) => ({
  id: props.id,
  disabled: props.disabled,
  'aria-describedby': props.describedBy,
  'aria-required': props.required,
  ...(props.bad ? { status: 'error' as const, 'aria-invalid': true } : {}),
})

interface Choice {
  value: string
  label: string
  find: string
}

function SearchSelect(props: ControlProps & { options: Choice[]; empty?: string }) {
  return (
    <Select
      {...wired(props)}
      className="whole-width"
      placeholder={useWords(controlWords).choose}
      showSearch={{ optionFilterProp: 'find' }}
      allowClear
      options={props.options}
      value={(props.value as string | undefined) ?? null}
      onChange={(value: string | null) => props.change(value ?? undefined)}
      {...(props.empty ? { notFoundContent: props.empty } : {})}
    />
  )
}

function CountrySelect(props: ControlProps) {
  const { data } = useRead(countriesDoor, {})
  const { language } = useLanguage()
  const options = (data?.countries ?? []).map((c) => ({
    value: c.code,
    label: `${c[language]}（${c.code}）`,
    find: `${c.zh} ${c.en} ${c.code}`,
  }))
  return <SearchSelect {...props} options={options} />
}

function LaboratorySelect(
  props: ControlProps & { laboratories: CaseView['unit']['laboratories'] },
) {
  const words = useWords(controlWords)
  const options = props.laboratories.map((l) => ({
    value: l.name,
    label: `${l.name}（${l.level}）`,
    find: l.name,
  }))
  return <SearchSelect {...props} options={options} empty={words.noLaboratory} />
}

/** The kinds of the class chosen; all kinds while none is. */
function KindSelect(props: ControlProps & { form: CaseForm }) {
  const { language } = useLanguage()
  const { articleClass } = props.form
  const options = articleClasses
    .filter((row) => articleClass === undefined || row.code === articleClass)
    .flatMap((row) => row.kinds)
    .map(({ code, title }) => ({
      value: code,
      label: title[language],
      find: `${title.zh} ${title.en}`,
    }))
  return <SearchSelect {...props} options={options} />
}
