import { useSession, useUser } from './session.ts'

const usualIcon = new URL('../theme/icon.svg', import.meta.url).href
const trainingIcon = new URL('../theme/icon-training.svg', import.meta.url).href

/** Whether this desk practises on the training copy. */
export function useIsTraining(): boolean {
  return useSession(({ isTraining }) => isTraining)
}

/** The name under which a desk keeps what is this user's: what was typed in training must not be offered in the factory. */
export function useKeptName(): string {
  const { id } = useUser()
  return useIsTraining() ? `training ${id}` : id
}

/** The colour of the frame and the tab's icon follow where the desk is. Returns what stops it. */
export function showWhereDeskIs(): () => void {
  const show = (isTraining: boolean) => {
    document.documentElement.toggleAttribute('data-training', isTraining)
    const icon = document.querySelector<HTMLLinkElement>('link[rel=icon]')
    if (icon) icon.href = isTraining ? trainingIcon : usualIcon
  }
  show(useSession.getState().isTraining)
  return useSession.subscribe((now, before) => {
    if (now.isTraining !== before.isTraining) show(now.isTraining)
  })
}
