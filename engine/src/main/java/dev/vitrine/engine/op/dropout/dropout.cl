// Dropout; Dropout.java says what it means, DropoutJava.java defines it, Mask.java says who is dropped.

// Draw i of the generator Rng.java whose state is `key`. Its state is a counter that grows by one constant, and a draw is
// the state mixed: so any draw can be had without those before it.
INLINE ulong draw(ulong key, int i) {
    ulong z = key + 0x9E3779B97F4A7C15UL * ((ulong)i + 1UL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
    return z ^ (z >> 31);
}

// to[i] = from[i] * m[i], m[i] = 0 where the upper 24 bits of draw i are below `threshold`, else `scale`.
// One work-item: V neighbouring values. The key comes in two halves.
kernel void multiply(global const float *from, global float *to, int size, int low, int high, int threshold,
                     float scale) {
    int i = get_global_id(0) * V;
    ulong key = ((ulong)(uint)high << 32) | (ulong)(uint)low;
    float lanes[V];
    for (int j = 0; j < V; j++) lanes[j] = (int)(draw(key, i + j) >> 40) >= threshold ? scale : 0.0f;
    vf factor = VLOAD(lanes);
    store_guarded(to, i, size, load_guarded(from, i, size) * factor);
}
