import { systemUserName } from '../../shared/identity/system-user.ts'
import { useText } from './i18n.ts'

/** Who did something, as the reader says it: people by their name, the host itself by a word. */
export function usePersonName(): (name: string) => string {
  const t = useText()
  return name => (name === systemUserName ? t('words.system') : name)
}
