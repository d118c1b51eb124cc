/** Longer than this keys wait for no answer: the host is away, and the keyboard is the person's again. */
const longestWait = 4_000
/** The page has drawn by then what a scan led to. */
const drawing = 20

/**
 * Keys that come after a scan are meant for what it leads to: the row of the code, the next field. They wait until it is answered.
 * Where it led nowhere, or not in time, they are for nothing: what has the focus is still the thing before.
 */
export class ScanAnswers {
  #last = Promise.resolve(true)
  #open = 0
  #turn = 0

  /** Whether a scan is being answered. */
  get areAwaited(): boolean {
    return this.#open > 0
  }

  /** A scan was handed on; the answer tells whether it led to what has the focus then. */
  follow(answer: Promise<boolean>): void {
    this.#open += 1
    this.#last = this.#settled(answer)
  }

  /** The person has gone elsewhere: keys that wait now are for nothing. */
  forget(): void {
    this.#turn += 1
  }

  /** For keys that are pressed now: tells, when their turn has come, whether they are for anything. */
  ticket(): () => Promise<boolean> {
    const [waits, turn] = [this.areAwaited, this.#turn]
    return async () => !waits || ((await this.#last) && turn === this.#turn)
  }

  async #settled(answer: Promise<boolean>): Promise<boolean> {
    const isForFocus = await Promise.race([answer, passed(longestWait).then(() => false)])
    await passed(drawing)
    this.#open -= 1
    return isForFocus
  }
}

function passed(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds))
}
