import { useNavigate } from '@tanstack/react-router'
import { Dropdown } from 'antd'
import { DownOutlined } from '@ant-design/icons'
import { shellWords } from '#shell/labels.ts'
import { useWords } from '#shell/language.tsx'
import type { Me } from '#shell/me.ts'
import { showKeyboardHelp } from '#shell/parts/keyboard-help.tsx'
import { signOut } from './sign-out.ts'

/** Who one is, and the ways to account, keyboard help and out. */
export function AccountMenu({ me }: { me: Me }) {
  const words = useWords(shellWords)
  const navigate = useNavigate()
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items: [
          {
            key: 'account',
            label: words.account,
            onClick: () => void navigate({ to: '/account' }),
          },
          { key: 'guide', label: words.guide, onClick: () => void navigate({ to: '/guide' }) },
          { key: 'keys', label: words.keys, extra: '?', onClick: showKeyboardHelp },
          { type: 'divider' },
          { key: 'out', label: words.signOut, onClick: () => void signOut() },
        ],
      }}
    >
      <button type="button" className="plain header-button">
        {me.name}
        <DownOutlined style={{ fontSize: 10 }} />
      </button>
    </Dropdown>
  )
}
