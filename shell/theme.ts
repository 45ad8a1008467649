import type { ThemeConfig } from 'antd'

/**
 * The colours of the product: ink on paper, one accent (石青), and five states. `shell.css` carries the
 * same values as custom properties; `theme.test.ts` holds both together and checks their contrast.
 */
export const colour = {
  ink: '#172527',
  ink2: '#435459',
  ink3: '#5b6b70',
  line: '#dfe5e6',
  'line-strong': '#c4cdcf',
  field: '#7d8c92',
  paper: '#ffffff',
  ground: '#f3f6f6',
  sunken: '#f7f9f9',
  accent: '#14606e',
  'accent-deep': '#0d4b57',
  'accent-wash': '#e7f1f2',
  ok: '#1c7048',
  'ok-wash': '#e8f4ed',
  warn: '#8a5000',
  'warn-wash': '#fdf3e1',
  danger: '#b3261e',
  'danger-wash': '#fcedeb',
  hold: '#5a4f96',
  'hold-wash': '#efedf8',
  info: '#25599f',
  'info-wash': '#e9f0fa',
} as const

/** System fonts only. Chinese first, so that quotes and dashes take their full-width Chinese shapes. */
export const fontStack =
  '"PingFang SC","HarmonyOS Sans SC","MiSans","Microsoft YaHei UI","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC","Source Han Sans SC","WenQuanYi Micro Hei",sans-serif'

/** The same for English pages: Latin first, Chinese names still found. */
const latinFontStack =
  '-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans",Arial,"PingFang SC","Microsoft YaHei UI","Noto Sans SC","Noto Sans CJK SC",sans-serif'

const shadow = '0 1px 2px rgb(23 37 39 / 6%), 0 6px 20px -4px rgb(23 37 39 / 14%)'

/**
 * The antd theme. In: language (chooses the font order), whether the person asked the system for less
 * motion, and whether it is a touch screen (controls 44 px high instead of 32).
 */
export function themeFor(at: {
  language: 'zh' | 'en'
  calm: boolean
  touch: boolean
}): ThemeConfig {
  return {
    token: {
      colorPrimary: colour.accent,
      colorLink: colour.accent,
      colorLinkHover: colour['accent-deep'],
      colorInfo: colour.info,
      colorSuccess: colour.ok,
      colorWarning: '#b76e00',
      colorWarningText: colour.warn,
      colorError: colour.danger,
      colorText: colour.ink,
      colorTextSecondary: colour.ink2,
      colorTextTertiary: colour.ink3,
      colorTextDescription: colour.ink3,
      colorTextPlaceholder: '#6a797e',
      colorTextDisabled: '#6f7d82',
      colorBgLayout: colour.ground,
      colorBgContainerDisabled: '#eef2f2',
      colorBorder: colour.field,
      colorBorderSecondary: colour.line,
      colorSplit: colour.line,
      colorFillAlter: colour.sunken,
      colorBgTextHover: 'rgb(20 96 110 / 7%)',
      controlItemBgHover: '#f0f5f5',
      controlItemBgActive: colour['accent-wash'],
      controlItemBgActiveHover: '#dcebed',
      fontFamily: at.language === 'zh' ? fontStack : latinFontStack,
      fontSize: 14,
      lineHeight: 22 / 14,
      controlHeight: at.touch ? 44 : 32,
      controlHeightSM: at.touch ? 36 : 26,
      borderRadius: 4,
      borderRadiusLG: 6,
      boxShadow: shadow,
      boxShadowSecondary: shadow,
      boxShadowTertiary: 'none',
      motion: !at.calm,
      motionDurationSlow: '0.16s',
      motionDurationMid: '0.12s',
      motionDurationFast: '0.08s',
      lineWidthFocus: 2,
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 500,
        paddingInline: 14,
      },
      Table: {
        headerBg: colour.sunken,
        headerColor: colour.ink2,
        headerSplitColor: 'transparent',
        headerBorderRadius: 0,
        headerSortActiveBg: '#edf2f2',
        headerSortHoverBg: '#edf2f2',
        bodySortBg: 'transparent',
        rowHoverBg: '#f5f9f9',
        rowSelectedBg: colour['accent-wash'],
        borderColor: colour.line,
        cellPaddingBlock: 9,
        cellPaddingInline: 12,
        cellPaddingBlockMD: 7,
        cellPaddingInlineMD: 12,
        cellPaddingBlockSM: 4,
        cellPaddingInlineSM: 10,
      },
      Form: { itemMarginBottom: 18, verticalLabelPadding: '0 0 4px', labelColor: colour.ink },
      Modal: { titleFontSize: 16 },
      Tooltip: { colorBgSpotlight: colour.ink, colorTextLightSolid: '#ffffff' },
      Pagination: { itemActiveBg: colour.paper },
      Tabs: { horizontalItemPadding: '10px 2px', horizontalItemGutter: 28, titleFontSize: 14 },
      Segmented: { trackBg: '#e8eded', itemColor: colour.ink2 },
    },
  }
}
