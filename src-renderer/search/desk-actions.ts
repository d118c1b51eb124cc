import Brightness from '@mui/icons-material/Brightness6Outlined'
import DarkMode from '@mui/icons-material/DarkModeOutlined'
import Keyboard from '@mui/icons-material/KeyboardOutlined'
import LightMode from '@mui/icons-material/LightModeOutlined'
import Lock from '@mui/icons-material/LockOutlined'
import Logout from '@mui/icons-material/LogoutOutlined'
import Translate from '@mui/icons-material/TranslateOutlined'
import VolumeOff from '@mui/icons-material/VolumeOffOutlined'
import VolumeUp from '@mui/icons-material/VolumeUpOutlined'
import { useColorScheme } from '@mui/material/styles'
import { languages, type Language } from '../../shared/texts.ts'
import { showKeyHints } from '../components/key-hints.tsx'
import { useLanguage, useText } from '../core/i18n.ts'
import { setMuted, useSound } from '../core/sounds.ts'
import type { DeskAction } from './entries.ts'

const themes = [['light', 'themeLight', LightMode], ['dark', 'themeDark', DarkMode], ['system', 'themeSystem', Brightness]] as const

export interface AccountActs { onLanguage(language: Language): void; onChangePassword(): void; onSignOut(): void }

/** What the top bar and the status bar offer, as commands: what is already so is left out. */
export function useDeskActions({ onLanguage, onChangePassword, onSignOut }: AccountActs): readonly DeskAction[] {
  const t = useText()
  const [language, setLanguage] = useLanguage()
  const { mode, setMode } = useColorScheme()
  const { isMuted } = useSound()
  const speak = (next: Language) => {
    setLanguage(next)
    onLanguage(next)
  }
  return [
    { id: 'keys', title: t('frame.keys'), icon: Keyboard, run: showKeyHints },
    ...languages.filter(one => one !== language).map(one => ({ id: `language ${one}`, title: t('search.actions.language', { language: languageNames[one] }), icon: Translate, run: () => speak(one) })),
    ...themes.filter(([one]) => one !== mode).map(([one, name, icon]) => ({ id: `theme ${one}`, title: t('search.actions.theme', { theme: t(`frame.${name}`) }), icon, run: () => setMode(one) })),
    { id: 'sound', title: t(isMuted ? 'search.actions.unmute' : 'search.actions.mute'), icon: isMuted ? VolumeUp : VolumeOff, run: () => setMuted(!isMuted) },
    { id: 'password', title: t('frame.changePassword'), icon: Lock, run: onChangePassword },
    { id: 'sign out', title: t('frame.signOut'), icon: Logout, run: onSignOut },
  ]
}

/** In their own words, so that whoever does not read the screen's language finds theirs. */
const languageNames: Readonly<Record<Language, string>> = { id: 'Bahasa Indonesia', en: 'English' }
