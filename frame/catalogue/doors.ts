import { z } from 'zod'
import { door } from '#frame/http/door.ts'
import { stateView, words } from '#frame/http/reply-parts.ts'
import { changeSettingForm, startRuleSetForm } from './forms.ts'
import { settingMove } from './states.ts'
import {
  agencyView,
  articleClassView,
  branchView,
  pathogenRow,
  pathogenView,
  ruleSetView,
  settingView,
} from './views.ts'

const tag = '目录与设置'
const onDay = z.object({ on: z.iso.date('日期应写成 2027-02-05').optional() })

export const settingsDoor = door({
  method: 'GET',
  path: '/api/catalogue/settings',
  permission: 'setting.list',
  who: 'signed-in',
  tag,
  summary: { zh: '设置及其来源和历史', en: 'Settings with source and history' },
  reply: z.object({
    today: z.string(),
    settings: z.array(settingView),
  }),
})

export const changeSettingDoor = door({
  method: 'POST',
  path: '/api/catalogue/settings/:key/values',
  permission: 'setting.change',
  who: settingMove('change').who,
  tag,
  summary: { zh: '从某日起改变一项设置', en: 'Change a setting from a day on' },
  params: z.object({ key: z.string().max(80) }),
  body: changeSettingForm.omit({ key: true }),
  reply: stateView,
})

export const ruleSetsDoor = door({
  method: 'GET',
  path: '/api/catalogue/rule-sets',
  permission: 'rule-set.list',
  who: 'signed-in',
  tag,
  summary: { zh: '规则集及其施行日', en: 'Rule sets and when they hold' },
  query: onDay,
  reply: z.object({ on: z.string(), ruleSets: z.array(ruleSetView) }),
})

export const startRuleSetDoor = door({
  method: 'POST',
  path: '/api/catalogue/rule-sets/:code/starts',
  permission: 'rule-set.start',
  who: ['system-admin'],
  tag,
  summary: { zh: '从某日起施行一个规则集', en: 'Put a rule set in force from a day on' },
  params: z.object({ code: z.string().max(20) }),
  body: startRuleSetForm.omit({ code: true }),
  reply: stateView,
})

export const agenciesDoor = door({
  method: 'GET',
  path: '/api/catalogue/agencies',
  permission: 'agency.list',
  who: 'signed-in',
  tag,
  summary: { zh: '成员单位、职责和辖区', en: 'Agencies, duties and areas' },
  query: onDay,
  reply: z.object({
    on: z.string(),
    agencies: z.array(agencyView),
    branches: z.array(branchView),
  }),
})

export const pathogensDoor = door({
  method: 'GET',
  path: '/api/catalogue/pathogens',
  permission: 'pathogen.list',
  who: 'signed-in',
  tag,
  summary: { zh: '检索病原微生物目录', en: 'Search the pathogen catalogue' },
  query: z.object({
    q: z.string().max(200).default(''),
    group: z.enum(['virus', 'prion', 'bacteria', 'fungus']).optional(),
    class: z.enum(['1', '2', '3', '4']).optional(),
    high: z.literal('1').optional(),
    page: z.coerce.number().int().min(1).max(1000).default(1),
    size: z.coerce.number().int().min(1).max(200).default(20),
  }),
  reply: z.object({ rows: z.array(pathogenRow), total: z.number().int() }),
})

export const pathogenDoor = door({
  method: 'GET',
  path: '/api/catalogue/pathogens/:id',
  permission: 'pathogen.read',
  who: 'signed-in',
  tag,
  summary: { zh: '一种病原微生物的分类、等级和运输要求', en: 'One pathogen of the catalogue' },
  params: z.object({ id: z.string().max(40) }),
  reply: pathogenView,
})

export const countriesDoor = door({
  method: 'GET',
  path: '/api/catalogue/countries',
  permission: 'country.list',
  who: 'signed-in',
  tag,
  summary: { zh: '国家和地区（三字母代码）', en: 'Countries and regions (alpha-3)' },
  reply: z.object({
    countries: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })),
  }),
})

export const portsDoor = door({
  method: 'GET',
  path: '/api/catalogue/ports',
  permission: 'port.list',
  who: 'signed-in',
  tag,
  summary: { zh: '出入境口岸', en: 'Ports' },
  query: onDay,
  reply: z.object({
    ports: z.array(
      z.object({
        code: z.string(),
        name: words,
        kind: z.enum(['air', 'sea', 'land', 'post', 'other']),
        branchId: z.string().nullable(),
        customsArea: z.string().nullable(),
      }),
    ),
  }),
})

export const classesDoor = door({
  method: 'GET',
  path: '/api/catalogue/classes',
  permission: 'article-class.list',
  who: 'signed-in',
  tag,
  summary: { zh: '物品类别、用途和禁止性规定', en: 'Article classes, purposes, prohibitions' },
  reply: z.object({
    classes: z.array(articleClassView),
    purposes: z.array(
      z.object({
        code: z.string(),
        title: words,
        traits: z.array(z.string()),
        followUp: z.array(z.string()),
        duty: z.string().nullable(),
      }),
    ),
    prohibitions: z.array(
      z.object({ code: z.string(), title: words, source: z.string(), duties: z.array(z.string()) }),
    ),
  }),
})
