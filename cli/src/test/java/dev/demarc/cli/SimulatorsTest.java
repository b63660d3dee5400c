package dev.demarc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.simulator.Simulator;
import dev.demarc.simulator.SimulatorSettings;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatorsTest {
  @Test
  void where_one_does_not_start_none_stays() {
    List<Integer> ports = new ArrayList<>();

    assertThatThrownBy(() -> Simulators.of(List.of("first", "second"), route -> start(ports)))
        .isInstanceOf(IOException.class)
        .hasMessage("no port is left");

    assertThat(ports)
        .singleElement()
        .satisfies(port ->
            assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port))
                .isInstanceOf(ConnectException.class));
  }

  private static Simulator start(List<Integer> ports) throws IOException {
    if (!ports.isEmpty()) {
      throw new IOException("no port is left");
    }
    Simulator simulator = Simulator.start(SimulatorSettings.forgetful("127.0.0.1", 0));
    ports.add(simulator.port());
    return simulator;
  }
}
