// Gaussian error linear unit; Gelu.java says what it means, GeluJava.java defines it. One work-item: V neighbouring values.

#define SLOPE 0.7978845608028654f
#define CUBE 0.044715f

INLINE vf bend(vf x) { return tanh(SLOPE * fma(CUBE * x * x, x, x)); }

kernel void forward(global const float *x, global float *y, int size) {
    int i = get_global_id(0) * V;
    vf in = load_guarded(x, i, size);
    store_guarded(y, i, size, 0.5f * in * (1.0f + bend(in)));
}

kernel void backward(global const float *g, global const float *x, global float *dx, int size) {
    int i = get_global_id(0) * V;
    vf in = load_guarded(x, i, size);
    vf t = bend(in);
    vf du = SLOPE * fma((vf)(3.0f * CUBE), in * in, (vf)(1.0f));
    vf slope = 0.5f * (1.0f + t) + 0.5f * in * (1.0f - t * t) * du;
    store_guarded(dx, i, size, load_guarded(g, i, size) * slope);
}
