import type { ConfigProviderProps } from 'antd'
import enUS from 'antd/es/locale/en_US.js'
import zhCN from 'antd/es/locale/zh_CN.js'

type Locale = NonNullable<ConfigProviderProps['locale']>

/** antd's own words. Its es files are modules to Vite but CommonJS to TypeScript, hence the assertion. */
export const antdWords = {
  zh: zhCN as unknown as Locale,
  en: enUS as unknown as Locale,
} as const
