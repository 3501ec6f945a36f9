package io.github.crispspring.listener;

import java.lang.reflect.Method;

import io.github.crispspring.event.CrispApplicationEvent;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.expression.BeanFactoryResolver;
import org.springframework.context.expression.MethodBasedEvaluationContext;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.core.convert.ConversionException;
import org.springframework.expression.ParseException;
import org.springframework.expression.spel.SpelEvaluationException;
import org.springframework.expression.spel.standard.SpelExpression;
import org.springframework.expression.spel.standard.SpelExpressionParser;

/**
 * Condition under which a listener receives an event, written in SpEL.
 */
final class ListenerCondition {

	static final ParameterNameDiscoverer PARAMETER_NAMES = new DefaultParameterNameDiscoverer();

	private final SpelExpression expression;

	private final Method method;

	private final BeanFactoryResolver beans;

	ListenerCondition(String expression, Method method, Class<?> beanType, @Nullable Class<?> eventType,
			BeanFactory beanFactory) {
		try {
			this.expression = new SpelExpressionParser().parseRaw(expression);
		}
		catch (ParseException ex) {
			throw new InvalidListenerException(method,
					"Its condition '%s' is not a valid SpEL expression.".formatted(expression),
					"Correct the expression: %s.".formatted(ex.getSimpleMessage()));
		}
		new ConditionNames(method, beanType, eventType).check(this.expression.getAST());
		this.method = method;
		this.beans = new BeanFactoryResolver(beanFactory);
	}

	boolean isMet(CrispApplicationEvent<?> event, @Nullable Object[] arguments) {
		MethodBasedEvaluationContext context = new MethodBasedEvaluationContext(new Root(event, arguments), this.method,
				arguments, PARAMETER_NAMES);
		context.setBeanResolver(this.beans);
		try {
			return Boolean.TRUE.equals(this.expression.getValue(context, Boolean.class));
		}
		catch (SpelEvaluationException ex) {
			throw isConversion(ex) ? withoutValue(ex) : ex;
		}
	}

	private boolean isConversion(SpelEvaluationException ex) {
		for (Throwable cause = ex.getCause(); cause != null; cause = cause.getCause()) {
			if (cause instanceof ConversionException) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return the failure without its cause, which contains the value that was not
	 * converted, possibly the text of a message.
	 */
	private IllegalStateException withoutValue(SpelEvaluationException ex) {
		return new IllegalStateException("Failed to evaluate the condition '%s' of listener method '%s': %s"
			.formatted(this.expression.getExpressionString(), this.method.toGenericString(), ex.getMessage()));
	}

	/**
	 * Root object of the expression.
	 */
	private record Root(CrispApplicationEvent<?> event, @Nullable Object[] args) {

	}

}
