import Brightness from '@mui/icons-material/Brightness6Outlined'
import Check from '@mui/icons-material/Check'
import DarkMode from '@mui/icons-material/DarkModeOutlined'
import Keyboard from '@mui/icons-material/KeyboardOutlined'
import LightMode from '@mui/icons-material/LightModeOutlined'
import Lock from '@mui/icons-material/LockOutlined'
import Logout from '@mui/icons-material/LogoutOutlined'
import MenuIcon from '@mui/icons-material/Menu'
import Avatar from '@mui/material/Avatar'
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import Divider from '@mui/material/Divider'
import IconButton from '@mui/material/IconButton'
import ListItemIcon from '@mui/material/ListItemIcon'
import ListItemText from '@mui/material/ListItemText'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useColorScheme } from '@mui/material/styles'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import Tooltip from '@mui/material/Tooltip'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { languages, type Language } from '../../shared/texts.ts'
import { initials } from '../core/initials.ts'
import { useFactory } from '../core/factory.ts'
import { useLanguage, useText } from '../core/i18n.ts'
import { usePageTitle } from '../core/page-title.ts'
import { useUser } from '../core/session.ts'
import { showKeyHints } from './key-hints.tsx'

export interface TopBarProps {
  /** Opens the palette. */
  readonly search?: ReactNode
  /** The bell of the notifications module, and whatever else belongs at the top. */
  readonly bell?: ReactNode
  /** More in the user's menu: what belongs to this desk. */
  readonly more?: readonly MenuAct[]
  /** The user chose a language; it is on the screen already. Keep it for them. */
  onLanguage?(language: Language): void
  onChangePassword(): void
  onSignOut(): void
  /** On a phone: opens the navigation. */
  onMenu?(): void
}

export interface MenuAct { readonly label: string; readonly icon: ReactNode; act(): void }

/** What page this is, in which factory and section, and what is the user's own: language, appearance, account. */
export function TopBar({ search, bell, more, onLanguage, onChangePassword, onSignOut, onMenu }: TopBarProps): ReactNode {
  const t = useText()
  const title = usePageTitle()
  const factory = useFactory()
  const user = useUser()
  return (
    <Box component="header" sx={{ gridRow: 2, gridColumn: onMenu ? 1 : 2, minHeight: 56, '@media (pointer: coarse)': { minHeight: 64 }, display: 'flex', alignItems: 'center', gap: 1, px: 2, bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider' }}>
      {onMenu && <IconButton edge="start" aria-label={t('frame.navigation')} onClick={onMenu}><MenuIcon /></IconButton>}
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography component="h1" variant="h1" noWrap>{title}</Typography>
        <Typography component="p" noWrap sx={{ fontSize: '0.75rem', lineHeight: 1.3, color: 'text.secondary' }}>{[factory.name, user.sectionName].filter(Boolean).join(' · ')}</Typography>
      </Box>
      {search}
      {bell}
      <Box sx={{ display: { xs: 'none', sm: 'flex' }, alignItems: 'center', gap: 1 }}>
        <LanguageSwitch onLanguage={onLanguage} />
        <ThemeSwitch />
      </Box>
      <UserMenu more={more} onLanguage={onLanguage} onChangePassword={onChangePassword} onSignOut={onSignOut} />
    </Box>
  )
}

/** ID / EN; the screens change at once. Also for the login screen. */
export function LanguageSwitch({ onLanguage }: { onLanguage?: ((language: Language) => void) | undefined }): ReactNode {
  const t = useText()
  const [language, setLanguage] = useLanguage()
  const choose = (_event: unknown, next: Language | null) => {
    if (next === null) return
    setLanguage(next)
    onLanguage?.(next)
  }
  return (
    <ToggleButtonGroup exclusive size="small" value={language} onChange={choose} aria-label={t('frame.language')}>
      {languages.map(one => <ToggleButton key={one} value={one} lang={one} aria-label={languageNames[one]} sx={{ minHeight: 30, px: 1, fontSize: '0.8125rem' }}>{one.toUpperCase()}</ToggleButton>)}
    </ToggleButtonGroup>
  )
}

const languageNames: Readonly<Record<Language, string>> = { id: 'Bahasa Indonesia', en: 'English' }
const modes = { light: LightMode, dark: DarkMode, system: Brightness } as const

/** Light, dark, or as the computer. */
export function ThemeSwitch(): ReactNode {
  const t = useText()
  const { mode = 'system', setMode } = useColorScheme()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const names = { light: t('frame.themeLight'), dark: t('frame.themeDark'), system: t('frame.themeSystem') }
  const Icon = modes[mode]
  return (
    <>
      <Tooltip title={t('frame.theme')}>
        <IconButton aria-label={`${t('frame.theme')}: ${names[mode]}`} aria-haspopup="menu" onClick={event => setAnchor(event.currentTarget)}><Icon fontSize="small" /></IconButton>
      </Tooltip>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {(['light', 'dark', 'system'] as const).map(one => (
          <MenuItem key={one} role="menuitemradio" aria-checked={one === mode} onClick={() => { setMode(one); setAnchor(null) }}>
            <ListItemIcon>{one === mode ? <Check fontSize="small" /> : null}</ListItemIcon>
            {names[one]}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}

function UserMenu({ more = [], onLanguage, onChangePassword, onSignOut }: Pick<TopBarProps, 'more' | 'onLanguage' | 'onChangePassword' | 'onSignOut'>): ReactNode {
  const t = useText()
  const user = useUser()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const items: readonly MenuAct[] = [
    { label: t('frame.keys'), icon: <Keyboard fontSize="small" />, act: showKeyHints },
    ...more,
    { label: t('frame.changePassword'), icon: <Lock fontSize="small" />, act: onChangePassword },
    { label: t('frame.signOut'), icon: <Logout fontSize="small" />, act: onSignOut },
  ]
  return (
    <>
      <ButtonBase
        aria-label={t('frame.userMenu', { name: user.fullName })} aria-haspopup="menu" onClick={event => setAnchor(event.currentTarget)}
        sx={{ borderRadius: 2, p: 0.5, gap: 1, '@media (pointer: coarse)': { minWidth: 56, minHeight: 56 }, '&:hover': { bgcolor: 'action.hover' } }}
      >
        <Avatar sx={{ width: 32, height: 32, fontSize: '0.8125rem', fontWeight: 700, bgcolor: 'tint.primary', color: 'primary.main' }}>{initials(user.fullName)}</Avatar>
        <Box sx={{ display: { xs: 'none', lg: 'block' }, textAlign: 'start', pr: 0.5, maxWidth: 160 }}>
          <Typography noWrap sx={{ fontSize: '0.8125rem', fontWeight: 600, lineHeight: 1.25 }}>{user.fullName}</Typography>
          <Typography noWrap sx={{ fontSize: '0.75rem', lineHeight: 1.25, color: 'text.secondary' }}>{user.role}</Typography>
        </Box>
      </ButtonBase>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)} anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }} transformOrigin={{ vertical: 'top', horizontal: 'right' }}>
        <Box component="li" role="presentation" sx={{ px: 2, py: 1 }}>
          <Typography sx={{ fontWeight: 600 }}>{user.fullName}</Typography>
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>{user.username} · {user.role}</Typography>
        </Box>
        <Box component="li" role="presentation" sx={{ display: { xs: 'flex', sm: 'none' }, px: 2, pb: 1 }}>
          <LanguageSwitch onLanguage={onLanguage} />
          <ThemeSwitch />
        </Box>
        <Divider component="li" />
        {items.map(({ label, icon, act }) => (
          <MenuItem key={label} onClick={() => { setAnchor(null); act() }}>
            <ListItemIcon>{icon}</ListItemIcon>
            <ListItemText>{label}</ListItemText>
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
