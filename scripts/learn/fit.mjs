// A logistic layer pooled over the items: shared weights, an offset for each item, and corrections of each item's own,
// scaled down so that they move only where the item's labels insist. Full-batch gradient descent with momentum;
// deterministic: zero start, fixed order, fixed number of steps.

/**
 * `agreed` is how often an answer counts on which two readers agree: most training labels are of one reader, who calls
 * more gaps. `lenience` is added to every offset, in logits, for what is left of that: learned as a feature of the set
 * the difference is 0.96; little of it is made up for, because a field of drafts has more gaps than the doubly read specs.
 * Beside them: how much an item's own correction counts against the shared weight, and how strongly each is held to zero.
 */
export const SETTINGS = { agreed: 2, lenience: 0.2, corrections: 0.4, sharedPenalty: 1, ownPenalty: 2, offsetPenalty: 0.1, steps: 600, rate: 4 };

const isAgreed = (label) => label?.verdicts?.length > 1;

export function fit(rows, items, featureCount, settings = SETTINGS) {
  const { corrections: scale, steps, rate } = settings;
  const n = items.length, f = featureCount, size = f + n + n * f;
  const index = new Map(items.map((id, i) => [id, i]));
  const penalty = new Float64Array(size);
  penalty.fill(settings.sharedPenalty, 0, f);
  penalty.fill(settings.offsetPenalty, f, f + n);
  penalty.fill(settings.ownPenalty, f + n);
  const w = new Float64Array(size), velocity = new Float64Array(size), gradient = new Float64Array(size);
  for (let step = 0; step < steps; step++) {
    for (let k = 0; k < size; k++) gradient[k] = penalty[k] * w[k];
    for (const { x, y, item, label } of rows) {
      const i = index.get(item), own = f + n + i * f;
      let sum = w[f + i];
      for (let k = 0; k < f; k++) if (x[k]) sum += x[k] * (w[k] + scale * w[own + k]);
      const error = (1 / (1 + Math.exp(-sum)) - y) * (isAgreed(label) ? settings.agreed : 1);
      gradient[f + i] += error;
      for (let k = 0; k < f; k++) if (x[k]) { gradient[k] += error * x[k]; gradient[own + k] += error * scale * x[k]; }
    }
    for (let k = 0; k < size; k++) {
      // Shared weights see every row, an item's own only its rows: steps are scaled by how many.
      const seen = k < f ? rows.length : rows.length / n;
      velocity[k] = 0.9 * velocity[k] - (rate / (seen + penalty[k])) * gradient[k] * (k < f ? 0.15 : 0.3);
      w[k] += velocity[k];
    }
  }
  const digits = (v) => Math.round(v * 1000) / 1000;
  return {
    weights: [...w.slice(0, f)].map(digits),
    items: Object.fromEntries(items.map((id, i) => [id, { offset: digits(w[f + i] + settings.lenience), corrections: [...w.slice(f + n + i * f, f + n + (i + 1) * f)].map((v) => digits(v * scale)) }])),
  };
}
