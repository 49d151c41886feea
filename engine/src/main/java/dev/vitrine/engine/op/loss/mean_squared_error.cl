// Mean squared error; MeanSquaredError.java says what it means, MeanSquaredErrorJava.java defines it.
//
// x, t, dx [size]   loss, upstream [1]

// loss = 1/size * sum of (x - t)^2.  One group of WGS work-items for the whole sum.
kernel void forward(global const float *x, global const float *t, global float *loss, int size) {
    local float shared[WGS];
    vf sum = (vf)(0.0f);
    for (int i = (int)get_local_id(0) * V; i < size; i += WGS * V) {
        vf away = load_guarded(x, i, size) - load_guarded(t, i, size);
        sum = fma(away, away, sum);
    }
    float total = group_sum(lane_sum(sum), shared);
    if (get_local_id(0) == 0) loss[0] = total / size;
}

// dx = 2 * upstream / size * (x - t).  One work-item: V neighbouring values.
kernel void backward(global const float *upstream, global const float *x, global const float *t, global float *dx,
                     int size) {
    int i = get_global_id(0) * V;
    store_guarded(dx, i, size, 2 * upstream[0] / size * (load_guarded(x, i, size) - load_guarded(t, i, size)));
}
