/*
 * Moves the wall clock of a process that loads this library with LD_PRELOAD by WALL_CLOCK_OFFSET seconds. Its monotonic clock,
 * with which it measures durations, is not moved.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>

typedef int clock_gettime_function(clockid_t clock, struct timespec *result);

static clock_gettime_function *original;

static time_t offset;

int clock_gettime(clockid_t clock, struct timespec *result) {
	if (original == NULL) {
		const char *value = getenv("WALL_CLOCK_OFFSET");
		offset = (value != NULL) ? atol(value) : 0;
		original = (clock_gettime_function *) dlsym(RTLD_NEXT, "clock_gettime");
	}
	int status = original(clock, result);
	if (status == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) {
		result->tv_sec += offset;
	}
	return status;
}

int gettimeofday(struct timeval *restrict result, void *restrict zone) {
	struct timespec now;
	int status = clock_gettime(CLOCK_REALTIME, &now);
	if (status == 0) {
		result->tv_sec = now.tv_sec;
		result->tv_usec = now.tv_nsec / 1000;
	}
	return status;
}

time_t time(time_t *result) {
	struct timespec now;
	clock_gettime(CLOCK_REALTIME, &now);
	if (result != NULL) {
		*result = now.tv_sec;
	}
	return now.tv_sec;
}
