package dev.vitrine.engine.device;

import static org.jocl.CL.CL_COMPLETE;
import static org.jocl.CL.CL_EVENT_COMMAND_EXECUTION_STATUS;
import static org.jocl.CL.clGetEventInfo;
import static org.jocl.CL.clReleaseEvent;

import org.jocl.CLException;
import org.jocl.Pointer;
import org.jocl.Sizeof;
import org.jocl.cl_event;

/** An event at a place in the queue. */
record OpenClMark(OpenClDevice device, cl_event event) implements Mark {
    /** Numbers below {@code CL_COMPLETE} say that what lies before it has failed: that is over, too. */
    @Override
    public boolean isReached() {
        int[] status = new int[1];
        try {
            clGetEventInfo(event, CL_EVENT_COMMAND_EXECUTION_STATUS, Sizeof.cl_int, Pointer.to(status), null);
        } catch (CLException e) {
            throw device.failed("saying how far it has come", e);
        }
        return status[0] <= CL_COMPLETE;
    }

    @Override
    public void close() {
        clReleaseEvent(event);
    }
}
