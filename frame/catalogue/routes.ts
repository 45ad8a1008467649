import { todayInBeijing } from '#frame/calendar/day.ts'
import { openAct, openRead, type Route } from '#frame/http/open.ts'
import { articleClasses } from './article-classes.ts'
import { changeSetting } from './change-setting.ts'
import { allCountries } from './countries.ts'
import {
  agenciesDoor,
  changeSettingDoor,
  classesDoor,
  countriesDoor,
  pathogenDoor,
  pathogensDoor,
  portsDoor,
  ruleSetsDoor,
  settingsDoor,
  startRuleSetDoor,
} from './doors.ts'
import { prohibitions } from './prohibitions.ts'
import { purposes } from './purposes.ts'
import { portsOn, readAgencies } from './read-bodies.ts'
import { findPathogens, showPathogen } from './read-pathogens.ts'
import { readRuleSets, readSettings } from './read-settings.ts'
import { startRuleSet } from './start-rule-set.ts'
import { ruleSetLife, settingLife } from './states.ts'

/** The doors of the catalogue and what is behind each. */
export const catalogueRoutes: readonly Route[] = [
  openRead(settingsDoor, (visit) => readSettings(visit)),
  openAct(changeSettingDoor, changeSetting, settingLife, ({ params, body }) => ({
    ...params,
    ...body,
  })),
  openRead(ruleSetsDoor, (visit, { query }) => readRuleSets(visit, query.on)),
  openAct(startRuleSetDoor, startRuleSet, ruleSetLife, ({ params, body }) => ({
    ...params,
    ...body,
  })),
  openRead(agenciesDoor, (visit, { query }) => readAgencies(visit, query.on)),
  openRead(pathogensDoor, async (_visit, { query }) => findPathogens(query)),
  openRead(pathogenDoor, async (_visit, { params }) => showPathogen(params.id)),
  openRead(countriesDoor, async () => ({ countries: [...allCountries()] })),
  openRead(portsDoor, async ({ house }, { query }) => {
    const ports = await portsOn(house.db, query.on ?? todayInBeijing(house.clock.now()))
    return { ports }
  }),
  openRead(classesDoor, async () => ({
    classes: articleClasses,
    purposes,
    prohibitions: prohibitions.map(({ code, title, source, duties }) => ({
      code,
      title,
      source,
      duties,
    })),
  })),
]
