/** What happened in a world, in its order: as a sum that two equal worlds share, and in words if somebody wants to read it. */
export interface Chronicle {
  note(who: string, what: string): void;
  /** Of all that was noted. */
  hash(): string;
  lines(): readonly ChronicleLine[];
}

interface ChronicleLine {
  readonly atMs: number;
  readonly who: string;
  readonly what: string;
}

export function chronicle(nowMs: () => number, keepsWords: boolean): Chronicle {
  const lines: ChronicleLine[] = [];
  let [low, high] = [0x811c9dc5, 0x9e3779b9];

  const add = (text: string) => {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      low = Math.imul(low ^ unit, 0x01000193);
      high = Math.imul(high ^ unit, 0x85ebca6b) ^ (high >>> 13);
    }
  };

  return {
    note(who, what) {
      const atMs = nowMs();
      add(`${atMs}${who}${what}`);
      if (keepsWords) lines.push({ atMs, who, what });
    },
    hash: () => [low, high].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join(''),
    lines: () => lines,
  };
}
