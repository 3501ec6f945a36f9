package io.github.crispspring.listener;

import java.lang.reflect.Method;

import io.github.crispspring.event.CrispApplicationEvent;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.expression.BeanFactoryResolver;
import org.springframework.context.expression.MethodBasedEvaluationContext;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.expression.Expression;
import org.springframework.expression.ParseException;
import org.springframework.expression.spel.standard.SpelExpressionParser;

/**
 * The condition under which a listener receives an event, written in SpEL.
 */
final class ListenerCondition {

	private static final ParameterNameDiscoverer PARAMETER_NAMES = new DefaultParameterNameDiscoverer();

	private final Expression expression;

	private final Method method;

	private final BeanFactoryResolver beans;

	ListenerCondition(String expression, Method method, BeanFactory beanFactory) {
		try {
			this.expression = new SpelExpressionParser().parseExpression(expression);
		}
		catch (ParseException ex) {
			throw new InvalidListenerException(method,
					"Its condition is no SpEL expression: " + ex.getSimpleMessage() + ".");
		}
		this.method = method;
		this.beans = new BeanFactoryResolver(beanFactory);
	}

	boolean isMet(CrispApplicationEvent<?> event, @Nullable Object[] arguments) {
		MethodBasedEvaluationContext context = new MethodBasedEvaluationContext(new Root(event, arguments), this.method,
				arguments, PARAMETER_NAMES);
		context.setBeanResolver(this.beans);
		return Boolean.TRUE.equals(this.expression.getValue(context, Boolean.class));
	}

	/**
	 * What an expression can refer to besides the arguments.
	 */
	private record Root(CrispApplicationEvent<?> event, @Nullable Object[] args) {

	}

}
