// Both ends of the measurement of requests, small enough not to be what is measured: a provider
// that answers at once from memory, and a load with its clock. One thread, epoll, no allocation
// for a request.
//
//   wire provider PORT BODY            answers every request with the file BODY, or, where the
//                                      request says "stream":true, with 64 deltas 20 ms apart
//   wire load MODE PORT CONNECTIONS WARM SECONDS REQUEST [RATE]
//                                      sends the file REQUEST, head and body, again and again
//     MODE closed    each connection asks again as soon as it is answered
//     MODE open      RATE requests a second at fixed times; latency counts from those times
//     MODE stream    like closed; times of first deltas and the way of each from end to end
//
// The load prints "begin" when warm, "end" when the time is over, then one line of numbers (times
// in microseconds). A delta holds the clock of the moment at which the provider wrote it.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

enum { BUFFER = 1 << 17, MOST = 4096, EVENTS = 256, DELTAS = 64, STAMP = 19 };
static const uint64_t GAP = 20 * 1000 * 1000, SECOND = 1000000000;

struct connection {
  int fd, length, head, scanned, deltas, streaming;
  long body;            // bytes of the body; -1 where it is chunked
  uint64_t begun;       // load: when it was sent or should have been; 0 while idle
  uint64_t due;         // provider: when the next delta is
  char buffer[BUFFER];
};

static struct connection *connections[MOST];
static int epoll, opened;

static uint64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (uint64_t)t.tv_sec * SECOND + t.tv_nsec;
}

static void die(const char *what) {
  perror(what);
  exit(1);
}

static char *file(const char *path, long *length) {
  FILE *in = fopen(path, "rb");
  if (!in) die(path);
  fseek(in, 0, SEEK_END);
  *length = ftell(in);
  rewind(in);
  char *bytes = malloc(*length + 1);
  if (fread(bytes, 1, *length, in) != (size_t)*length) die(path);
  bytes[*length] = 0;
  fclose(in);
  return bytes;
}

static void put(int fd, const char *bytes, long length) {
  if (write(fd, bytes, length) != length) die("a write was not taken whole");
}

static struct sockaddr_in local(int port) {
  struct sockaddr_in a = {.sin_family = AF_INET, .sin_port = htons(port)};
  a.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return a;
}

static struct connection *adopt(int fd) {
  int one = 1, room = 1 << 20;
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &room, sizeof room);
  fcntl(fd, F_SETFL, O_NONBLOCK);
  struct connection *c = calloc(1, sizeof *c);
  c->fd = fd;
  struct epoll_event e = {.events = EPOLLIN, .data.ptr = c};
  epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &e);
  return c;
}

/// Reads what is there; 0 where the other side has closed.
static int take(struct connection *c) {
  ssize_t n = read(c->fd, c->buffer + c->length, BUFFER - 1 - c->length);
  if (n < 0) return errno == EAGAIN;
  c->length += n;
  c->buffer[c->length] = 0;
  return n > 0;
}

/// Whether a whole message is in the buffer; nobody pipelines.
static int whole(struct connection *c) {
  if (!c->head) {
    char *end = memmem(c->buffer, c->length, "\r\n\r\n", 4);
    if (!end) return 0;
    c->head = end + 4 - c->buffer;
    char *length = strcasestr(c->buffer, "\r\ncontent-length:");
    c->body = length && length < end ? atol(length + 17) : strcasestr(c->buffer, "chunked") ? -1 : 0;
  }
  if (c->body >= 0) return c->length >= c->head + c->body;
  return c->length >= c->head + 5 && !memcmp(c->buffer + c->length - 5, "0\r\n\r\n", 5);
}

static void next_message(struct connection *c) {
  c->length = c->head = c->scanned = c->deltas = 0;
}

// The provider.

static const char STREAM_HEAD[] =
    "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n";
static const char EVENT[] =
    "data: {\"id\":\"chatcmpl-bench\",\"object\":\"chat.completion.chunk\",\"created\":1700000000,"
    "\"model\":\"bench\",\"choices\":[{\"index\":0,\"delta\":{%s},\"finish_reason\":%s}]}\n\n%s";

static int chunk(char *to, const char *delta, const char *finish, const char *after) {
  char event[512];
  int length = snprintf(event, sizeof event, EVENT, delta, finish, after);
  return sprintf(to, "%x\r\n%s\r\n", length, event);
}

static void write_delta(struct connection *c) {
  char bytes[2048], delta[64];
  int length = 0;
  if (c->streaming == 1) {
    length = sprintf(bytes, "%s", STREAM_HEAD);
    length += chunk(bytes + length, "\"role\":\"assistant\",\"content\":\"\"", "null", "");
  }
  snprintf(delta, sizeof delta, "\"content\":\"@%019llu \"", (unsigned long long)now());
  length += chunk(bytes + length, delta, "null", "");
  if (c->streaming++ == DELTAS) {
    length += chunk(bytes + length, "", "\"stop\"", "data: [DONE]\n\n");
    length += sprintf(bytes + length, "0\r\n\r\n");
    c->streaming = 0;
  }
  c->due += GAP;
  if (write(c->fd, bytes, length) != length) c->streaming = 0;
}

static void answer(struct connection *c, const char *fixed, long length) {
  char *body = c->buffer + c->head;
  if (strstr(body, "\"stream\":true") || strstr(body, "\"stream\": true")) {
    c->streaming = 1;
    c->due = now();
    write_delta(c);
  } else if (write(c->fd, fixed, length) != length) {
    c->streaming = 0;
  }
  next_message(c);
}

static int millis_to_next(uint64_t t) {
  uint64_t first = UINT64_MAX;
  for (int i = 0; i < opened; i++) {
    struct connection *c = connections[i];
    if (c && c->streaming && c->due < first) first = c->due;
  }
  return first == UINT64_MAX ? -1 : first <= t ? 0 : (int)((first - t) / 1000000 + 1);
}

static void leave(struct connection *c) {
  for (int i = 0; i < opened; i++) {
    if (connections[i] == c) connections[i] = connections[--opened];
  }
  close(c->fd);
  free(c);
}

static void provide(int port, const char *path) {
  long body, length;
  char *content = file(path, &body);
  char *fixed = malloc(body + 256);
  length = sprintf(
      fixed, "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %ld\r\n\r\n", body);
  memcpy(fixed + length, content, body);
  length += body;
  int one = 1, listener = socket(AF_INET, SOCK_STREAM, 0);
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  struct sockaddr_in a = local(port);
  if (bind(listener, (struct sockaddr *)&a, sizeof a) || listen(listener, 1024)) die("listen");
  struct epoll_event e = {.events = EPOLLIN, .data.ptr = NULL}, events[EVENTS];
  epoll_ctl(epoll, EPOLL_CTL_ADD, listener, &e);
  for (;;) {
    int n = epoll_wait(epoll, events, EVENTS, millis_to_next(now()));
    for (int i = 0; i < n; i++) {
      struct connection *c = events[i].data.ptr;
      if (!c) {
        int fd = accept(listener, NULL, NULL);
        if (fd >= 0 && opened < MOST) connections[opened++] = adopt(fd);
      } else if (!take(c)) {
        leave(c);
      } else if (whole(c)) {
        answer(c, fixed, length);
      }
    }
    uint64_t t = now();
    for (int i = 0; i < opened; i++) {
      if (connections[i]->streaming && connections[i]->due <= t) write_delta(connections[i]);
    }
  }
}

// The load.

struct samples {
  uint64_t *nanos;
  long count, room;
};

static struct samples latency, first, way;
static long failures;
static int measuring, of_streams;
static const char *request;
static long request_length;

static void sample(struct samples *s, uint64_t nanos) {
  if (!measuring) return;
  if (s->count == s->room) {
    s->room = s->room ? s->room * 2 : 1 << 16;
    s->nanos = realloc(s->nanos, s->room * sizeof *s->nanos);
  }
  s->nanos[s->count++] = nanos;
}

static int by_size(const void *a, const void *b) {
  uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
  return x < y ? -1 : x > y;
}

static void print(const char *name, struct samples *s) {
  qsort(s->nanos, s->count, sizeof *s->nanos, by_size);
  static const int percent[] = {50, 90, 99, 100};
  for (int i = 0; i < 4; i++) {
    long at = s->count * percent[i] / 100;
    uint64_t value = s->count ? s->nanos[at < s->count ? at : s->count - 1] : 0;
    printf(" %s%d=%.1f", name, percent[i], value / 1e3);
  }
}

/// How many of the sorted samples lie below each bound: where a shelf would be, there is a step.
static void print_shelves(struct samples *s) {
  static const uint64_t micros[] = {100, 250, 500, 1000, 2000, 5000, 10000, 30000, 50000, 150000, 250000};
  long at = 0, before = 0;
  printf(" shelves=");
  for (unsigned i = 0; i < sizeof micros / sizeof *micros; i++) {
    while (at < s->count && s->nanos[at] < micros[i] * 1000) at++;
    printf("%ld,", at - before);
    before = at;
  }
  printf("%ld", s->count - before);
}

static void ask(struct connection *c, uint64_t when) {
  next_message(c);
  c->begun = when;
  put(c->fd, request, request_length);
}

static void read_deltas(struct connection *c, uint64_t t) {
  char *at;
  while ((at = strstr(c->buffer + c->scanned, "\"@")) && at + 2 + STAMP < c->buffer + c->length) {
    c->scanned = at + 2 + STAMP - c->buffer;
    if (!c->deltas++) sample(&first, t - c->begun);
    sample(&way, t - strtoull(at + 2, NULL, 10));
  }
}

static int good(struct connection *c) {
  return !strncmp(c->buffer, "HTTP/1.1 200", 12) && (!of_streams || c->deltas == DELTAS);
}

static struct connection *opened_to(int port) {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  struct sockaddr_in a = local(port);
  if (connect(fd, (struct sockaddr *)&a, sizeof a)) die("connect");
  return adopt(fd);
}

static int timer(uint64_t at, uint64_t every) {
  int fd = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK);
  struct itimerspec s = {{every / SECOND, every % SECOND}, {at / SECOND, at % SECOND}};
  timerfd_settime(fd, TFD_TIMER_ABSTIME, &s, NULL);
  struct epoll_event e = {.events = EPOLLIN, .data.ptr = NULL};
  epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &e);
  return fd;
}

/// Takes what has come on a connection; whether it is free for the next request.
static int freed(struct connection *c, uint64_t t) {
  if (!take(c)) {
    fprintf(stderr, "a connection was closed\n");
    exit(1);
  }
  if (of_streams) read_deltas(c, t);
  if (!whole(c)) return 0;
  if (!good(c)) {
    if (!failures++) fprintf(stderr, "failed: %.*s\n", c->length < 600 ? c->length : 600, c->buffer);
  }
  sample(&latency, t - c->begun);
  c->begun = 0;
  return 1;
}

static void load(const char *mode, int port, int count, uint64_t warm, uint64_t measured, long rate) {
  int open_loop = !strcmp(mode, "open");
  of_streams = !strcmp(mode, "stream");
  for (int i = 0; i < count; i++) connections[i] = opened_to(port);
  struct connection *idle[MOST];
  int spare = 0, asked = 0;
  // Streams begin apart, so that their deltas do not fall together.
  uint64_t apart = of_streams ? 41700000 : 0, begin = now(), scheduled = begin;
  uint64_t step = open_loop ? SECOND / rate : of_streams ? apart : 0;
  for (int i = count; i-- > 0;) idle[spare++] = connections[i];
  int clock = timer(begin + 1, step ? step : SECOND);
  uint64_t from = begin + warm, until = from + measured, t;
  struct epoll_event events[EVENTS];
  while ((t = now()) < until) {
    if (!measuring && t >= from) {
      measuring = 1;
      failures = 0;
      puts("begin");
      fflush(stdout);
    }
    while (spare && (open_loop ? scheduled <= t : asked < count && begin + asked * apart <= t)) {
      ask(idle[--spare], open_loop ? scheduled : now());
      asked++;
      if (open_loop) scheduled += step;
    }
    int n = epoll_wait(epoll, events, EVENTS, 100);
    for (int i = 0; i < n; i++) {
      struct connection *c = events[i].data.ptr;
      uint64_t ticks;
      if (!c) {
        if (read(clock, &ticks, sizeof ticks) < 0) continue;
      } else if (freed(c, now())) {
        if (open_loop) {
          idle[spare++] = c;
        } else {
          ask(c, now());
        }
      }
    }
  }
  puts("end");
  fflush(stdout);
  printf("requests=%ld failures=%ld", latency.count, failures);
  print("p", &latency);
  if (of_streams) {
    print("first", &first);
    print("way", &way);
    print_shelves(&way);
  }
  puts("");
}

int main(int count, char **args) {
  epoll = epoll_create1(0);
  if (count == 4 && !strcmp(args[1], "provider")) {
    provide(atoi(args[2]), args[3]);
  }
  if (count < 8 || strcmp(args[1], "load")) {
    fprintf(stderr, "wire: read the head of wire.c\n");
    return 2;
  }
  request = file(args[7], &request_length);
  load(args[2], atoi(args[3]), atoi(args[4]), atof(args[5]) * SECOND, atof(args[6]) * SECOND,
       count > 8 ? atol(args[8]) : 0);
  return 0;
}
