// What the runner hides in logs, annotations and summaries: every secret, and the forms it takes when encoded.

const encoders: ((value: string) => string)[] = [
  value => base64(value, 0),
  // `user:password` in base64 holds the password shifted by one or two bytes.
  value => base64(value, 1),
  value => base64(value, 2),
  value => value.replaceAll('"', '\\"'),
  value => value.replaceAll("'", "''"),
  value => JSON.stringify(value).slice(1, -1),
  value => encodeURIComponent(value).replace(/[!'()*]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`),
  value => value.replace(/[<>"'&]/g, sign => xmlEntities[sign] ?? sign),
  value => (value.length > 8 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : ''),
];

const xmlEntities: Record<string, string> = { '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;', '&': '&amp;' };

function base64(value: string, shift: number): string {
  const bytes = Buffer.from(value);
  return bytes.subarray(bytes.length > shift ? shift : 0).toString('base64');
}

/** The secrets of one job. */
export class Secrets {
  readonly #forms = new Set<string>();

  /** Hides a value from now on, and its encoded forms; what was written before stays as it is. */
  add(value: string): void {
    if (value === '' || this.#forms.has(value)) return;
    this.#forms.add(value);
    for (const encode of encoders) {
      // A lone half of a surrogate pair can't be encoded; the runner then hides the plain value only.
      const form = value.isWellFormed() ? encode(value) : '';
      if (form !== '') this.#forms.add(form);
    }
  }

  /** Returns the text with each secret replaced by `***`, and secrets that touch or overlap by one `***`. */
  mask(text: string): string {
    const places = [...this.#forms].flatMap(form => placesOf(form, text)).sort((a, b) => a.start - b.start);
    let result = '';
    let shown = 0;
    let hidden = -1;
    for (const { start, end } of places) {
      if (start > hidden) {
        result += `${text.slice(shown, start)}***`;
        hidden = end;
      }
      hidden = Math.max(hidden, end);
      shown = hidden;
    }
    return result + text.slice(shown);
  }

  /** Whether the text holds a secret. */
  isIn(text: string): boolean {
    return [...this.#forms].some(form => text.includes(form));
  }
}

function placesOf(form: string, text: string): { start: number; end: number }[] {
  const places = [];
  for (let start = text.indexOf(form); start >= 0; start = text.indexOf(form, start + 1)) {
    places.push({ start, end: start + form.length });
  }
  return places;
}
