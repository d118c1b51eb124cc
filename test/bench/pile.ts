/** What waits for the next hand: each of it is taken once, in the order in which it was put down. */
export interface Pile extends AsyncIterable<string> {
  put(one: string): void
  takeIfAny(): string | undefined
  /** Nothing more comes: whoever waits goes home. */
  close(): void
}

export function createPile(): Pile {
  const lying: string[] = []
  const waiting: ((one: string | undefined) => void)[] = []
  let isClosed = false
  const take = () => {
    const one = lying.shift()
    return one !== undefined || isClosed ? Promise.resolve(one) : new Promise<string | undefined>(resolve => waiting.push(resolve))
  }
  return {
    put(one) {
      const next = waiting.shift()
      if (next) next(one)
      else lying.push(one)
    },
    takeIfAny: () => lying.shift(),
    close() {
      isClosed = true
      lying.length = 0
      for (const next of waiting.splice(0)) next(undefined)
    },
    async *[Symbol.asyncIterator]() {
      for (let one = await take(); one !== undefined; one = await take()) yield one
    },
  }
}
