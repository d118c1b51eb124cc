/** An event that a listener may prevent, as Electron hands it out. */
export interface Preventable { preventDefault(): void; readonly defaultPrevented: boolean }

export function preventable<Details extends object>(details: Details): Details & Preventable {
  let isPrevented = false
  return {
    ...details,
    preventDefault: () => void (isPrevented = true),
    get defaultPrevented() {
      return isPrevented
    },
  }
}
