// s = alpha * s + (1 - alpha) * g^2      m = alpha * m + (1 - alpha) * g      g = gradient + decay * w
// b = momentum * b + g / (sqrt(s) + eps), with s - m^2 for s if `centered`      w = w - rate * b
// One work-item: V neighbouring parameters; all arrays [size]. The host passes 1 - alpha rounded once.
kernel void update(global float *w, global const float *gradient, global float *s, global float *m, global float *b,
                   int size, float rate, float alpha, float rest, float eps, float momentum, float decay, int centered) {
    int i = get_global_id(0) * V;
    vf weight = load_guarded(w, i, size);
    vf g = fma((vf)(decay), weight, load_guarded(gradient, i, size));
    vf square = fma((vf)(alpha), load_guarded(s, i, size), rest * g * g);
    vf mean = fma((vf)(alpha), load_guarded(m, i, size), rest * g);
    store_guarded(s, i, size, square);
    store_guarded(m, i, size, mean);
    vf measure = centered ? fmax(fma(-mean, mean, square), (vf)(0.0f)) : square;
    vf velocity = fma((vf)(momentum), load_guarded(b, i, size), g / (sqrt(measure) + eps));
    store_guarded(b, i, size, velocity);
    store_guarded(w, i, size, fma((vf)(-rate), velocity, weight));
}
