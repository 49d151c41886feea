// v = momentum * v + g      w = w - rate * v, or w - rate * (g + momentum * v) with `nesterov`      g = gradient + decay * w
// One work-item: V neighbouring parameters; all arrays [size].
kernel void update(global float *w, global const float *gradient, global float *v, int size, float rate, float momentum,
                   float decay, int nesterov) {
    int i = get_global_id(0) * V;
    vf weight = load_guarded(w, i, size);
    vf g = fma((vf)(decay), weight, load_guarded(gradient, i, size));
    vf velocity = fma((vf)(momentum), load_guarded(v, i, size), g);
    store_guarded(v, i, size, velocity);
    store_guarded(w, i, size, fma((vf)(-rate), nesterov ? fma((vf)(momentum), velocity, g) : velocity, weight));
}
