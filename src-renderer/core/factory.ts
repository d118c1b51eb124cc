import { create } from 'zustand'

/** What every screen needs to know of the factory; said by the host when a user signs in. */
export interface Factory {
  readonly name: string
  /** IANA name. */
  readonly timeZone: string
  /** ISO 4217. */
  readonly currency: string
  readonly isDemo: boolean
  readonly isTraining: boolean
}

const useFactoryStore = create<Factory>(() => ({ name: '', timeZone: 'Asia/Jakarta', currency: 'IDR', isDemo: false, isTraining: false }))

export function useFactory(): Factory {
  return useFactoryStore()
}

export function setFactory(factory: Partial<Factory>): void {
  useFactoryStore.setState(factory)
}

export function factoryNow(): Factory {
  return useFactoryStore.getState()
}
