import type { ComponentType } from 'react'
import type { Words } from '#frame/kernel/lifecycle.ts'
import type { LayoutName } from '#shell/route-page.ts'

export interface PartExample {
  key: string
  title: Words
  what: Words
  layout?: LayoutName
  load: () => Promise<ComponentType>
}

/** The examples, in the order of the index. */
export const examples: readonly PartExample[] = [
  {
    key: 'workbench',
    title: { zh: '工作台', en: 'Workbench' },
    what: { zh: 'WorkbenchFrame、ChartBox：待办按剩余天数排列', en: 'What waits, by days left' },
    load: () => import('./workbench-example.tsx').then((m) => m.WorkbenchExample),
  },
  {
    key: 'register',
    title: { zh: '名单与台账', en: 'Register' },
    what: {
      zh: 'FilterTable：搜索、筛选、排序、分页都在网址里',
      en: 'Search, filter, sort and page, all in the address',
    },
    load: () => import('./register-example.tsx').then((m) => m.RegisterExample),
  },
  {
    key: 'case',
    title: { zh: '办件', en: 'Case' },
    what: {
      zh: 'CaseFrame、FieldList、意见、ActBar、Clock、Timeline',
      en: 'Contents, form, remarks, acts, clock, history',
    },
    load: () => import('./case-example.tsx').then((m) => m.CaseExample),
  },
  {
    key: 'wizard',
    title: { zh: '填报', en: 'Wizard' },
    what: {
      zh: 'WizardFrame、FormFields：边填边存，缺什么说什么',
      en: 'Saves as one types, says what is missing',
    },
    load: () => import('./wizard-example.tsx').then((m) => m.WizardExample),
  },
  {
    key: 'items',
    title: { zh: '物品清单', en: 'Item list' },
    what: {
      zh: 'ItemGrid：填写、粘贴、导入，错误标在格内',
      en: 'Type, paste, import; faults at cells',
    },
    load: () => import('./items-example.tsx').then((m) => m.ItemsExample),
  },
  {
    key: 'files',
    title: { zh: '文件', en: 'Documents' },
    what: {
      zh: 'FileBox：规则、版本、上传进度、被拒原因',
      en: 'Rules, versions, progress, refusals',
    },
    load: () => import('./files-example.tsx').then((m) => m.FilesExample),
  },
  {
    key: 'acts',
    title: { zh: '可办事项', en: 'Acts' },
    what: { zh: 'ActBar：能办的、不能办的和原因', en: 'What can be done, what cannot, and why' },
    load: () => import('./acts-example.tsx').then((m) => m.ActsExample),
  },
  {
    key: 'clock',
    title: { zh: '时限与经过', en: 'Clock and time line' },
    what: { zh: 'Clock、DaysLeft、Timeline', en: 'Clock, DaysLeft, Timeline' },
    load: () => import('./clock-example.tsx').then((m) => m.ClockExample),
  },
  {
    key: 'small',
    title: { zh: '小件', en: 'Small parts' },
    what: {
      zh: 'StatusTag、DutyChip、WhyNot、数量金额、空页与错误',
      en: 'Tags, duties, reasons, quantities, empty and failed states',
    },
    load: () => import('./small-example.tsx').then((m) => m.SmallExample),
  },
  {
    key: 'phone',
    title: { zh: '手机', en: 'Phone' },
    what: { zh: 'PhoneLayout：单手、大按钮', en: 'One hand, big controls' },
    load: () => import('./phone-example.tsx').then((m) => m.PhoneExample),
  },
  {
    key: 'absent',
    title: { zh: '没有找到', en: 'Not found' },
    what: { zh: 'NotFound、Forbidden、PageFault', en: 'Full-page errors' },
    load: () => import('./absent-example.tsx').then((m) => m.AbsentExample),
  },
]
