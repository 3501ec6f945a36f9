package com.example;

import java.lang.management.ManagementFactory;

import com.sun.management.OperatingSystemMXBean;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Small servlet application that prints the cost of its startup and exits.
 */
@SpringBootApplication
@RestController
public class Application {

	@GetMapping("/")
	String hello() {
		return "Hello";
	}

	public static void main(String[] args) {
		SpringApplication.run(Application.class, args);
		long milliseconds = ManagementFactory.getRuntimeMXBean().getUptime();
		OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
		System.out.println("start " + milliseconds + " " + system.getProcessCpuTime() / 1_000_000 + " "
				+ ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000 + " "
				+ ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
		Runtime.getRuntime().halt(0);
	}

}
