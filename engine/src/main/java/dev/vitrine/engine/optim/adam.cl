// m = beta1 * m + (1 - beta1) * g      v = beta2 * v + (1 - beta2) * g^2      g = gradient + decay * w
// w = keep * w - rate * m / (sqrt(v) / root + eps)      Adam has keep = 1, AdamW has decay = 0
// One work-item: V neighbouring parameters; all arrays [size]. The host passes 1 - beta rounded once, and `rate` and `eps`
// times root: that saves a division for each parameter.
kernel void update(global float *w, global const float *gradient, global float *m, global float *v, int size, float rate,
                   float beta1, float rest1, float beta2, float rest2, float eps, float decay, float keep) {
    int i = get_global_id(0) * V;
    vf weight = load_guarded(w, i, size);
    vf g = fma((vf)(decay), weight, load_guarded(gradient, i, size));
    vf mean = fma((vf)(beta1), load_guarded(m, i, size), rest1 * g);
    vf square = fma((vf)(beta2), load_guarded(v, i, size), rest2 * g * g);
    store_guarded(m, i, size, mean);
    store_guarded(v, i, size, square);
    store_guarded(w, i, size, keep * weight - rate * mean / (sqrt(square) + eps));
}
