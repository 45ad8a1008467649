import { App as AntdApp, ConfigProvider } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { useEffect, useSyncExternalStore, type ReactNode } from 'react'
import { useLanguage } from './language.tsx'
import { antdWords } from './locale.ts'
import { themeFor } from './theme.ts'

const lessMotion = matchMedia('(prefers-reduced-motion: reduce)')

function watchMotion(then: () => void) {
  lessMotion.addEventListener('change', then)
  return () => lessMotion.removeEventListener('change', then)
}

/** Theme, locale and habits of the controls. `touch` makes them 44 px high for fingers. */
export function Look(props: { touch?: boolean; children: ReactNode }) {
  const { language } = useLanguage()
  const calm = useSyncExternalStore(watchMotion, () => lessMotion.matches)
  useEffect(() => {
    dayjs.locale(language === 'zh' ? 'zh-cn' : 'en')
  }, [language])
  return (
    <ConfigProvider
      locale={antdWords[language]}
      theme={themeFor({ language, calm, touch: props.touch ?? false })}
      // no gap inside two-character buttons: 提交, not 提 交
      button={{ autoInsertSpace: false }}
      // popups stand in the page's main landmark, where a screen reader expects content
      getPopupContainer={(node) => node?.closest<HTMLElement>('main') ?? document.body}
      wave={{ disabled: true }}
      form={{ requiredMark: false, colon: false, scrollToFirstError: true }}
      table={{ scroll: { x: 'max-content' } }}
    >
      <AntdApp component={false} message={{ maxCount: 3 }}>
        {props.children}
      </AntdApp>
    </ConfigProvider>
  )
}
